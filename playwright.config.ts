// Browser tests. No webServer here: each worker starts a server of its own (e2e/fixtures/test.ts).
import { defineConfig } from "@playwright/test";
import { launchOptions } from "@inkroom/test-browser";
import { whyNoWorkerd } from "./e2e/fixtures/edge-server.ts";

const isCi = process.env["CI"] !== undefined;
const noWorkerd = whyNoWorkerd();
if (noWorkerd !== undefined)
  process.stderr.write(`The board is not tried on Durable Objects, specs/edge.spec.ts is left out: ${noWorkerd}\n`);

export default defineConfig({
  testDir: "e2e/specs",
  testIgnore: noWorkerd === undefined ? [] : ["edge.spec.ts"],
  outputDir: "test-results",
  snapshotPathTemplate: "e2e/looks/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  // A machine that stands still for a while is no fault of the page. What passes only then is named at the end of `npm test`.
  retries: isCi ? 1 : 0,
  forbidOnly: true,
  timeout: 120_000,
  globalTimeout: 17.5 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    // It would fetch the whole app for each of hundreds of contexts. specs/offline-page.spec.ts has it.
    serviceWorkers: "block",
    // What was done, without pictures of it. Writing it down takes a tenth of the time that all tests need, pictures a third more.
    trace: { mode: isCi ? "on-first-retry" : "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    launchOptions: launchOptions(),
  },
});
