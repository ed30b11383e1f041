// npm test: unit and property tests (Vitest), then browser tests (Playwright); closes with "N passed, N failed".
// `npm test -- unit [vitest arguments]` and `npm test -- e2e [playwright arguments]` run one half.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { exitCodeOf, run } from "./bootstrap/child.mjs";
import { findOrInstallChromium } from "./bootstrap/chromium.mjs";
import { installIfNeeded } from "./bootstrap/install.mjs";
import { childEnv, findNode } from "./bootstrap/node24.mjs";
import { inRoot } from "./bootstrap/paths.mjs";
import { playwrightCounts, vitestCounts } from "./bootstrap/results.mjs";
import { say } from "./bootstrap/say.mjs";
import { buildWebIfNeeded } from "./bootstrap/web-build.mjs";

const HALVES = ["unit", "e2e"];
const UNIT_LIMIT_MS = 10 * 60_000;
const E2E_LIMIT_MS = 18 * 60_000;

async function runUnit(node, reports, args) {
  const report = path.join(reports, "vitest.json");
  const vitest = inRoot("node_modules/vitest/vitest.mjs");
  const options = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const result = await run(node, [vitest, ...options, ...args], { env: childEnv(node), timeoutMs: UNIT_LIMIT_MS });
  return { ...result, ...vitestCounts(report, exitCodeOf(result)) };
}

async function runBrowser(node, reports, args) {
  if ((await buildWebIfNeeded(node)) !== 0) return { code: 1, signal: null, passed: 0, failed: 1 };
  const chromium = await findOrInstallChromium(node);
  if (!chromium) {
    say("no Chromium was found and none could be installed; set INKROOM_CHROMIUM to one");
    return { code: 1, signal: null, passed: 0, failed: 1 };
  }
  const report = path.join(reports, "playwright.json");
  const cli = inRoot("node_modules/@playwright/test/cli.js");
  const result = await run(node, [cli, "test", "--reporter=list,json", ...args], {
    env: childEnv(node, { INKROOM_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    timeoutMs: E2E_LIMIT_MS,
  });
  return { ...result, ...playwrightCounts(report, exitCodeOf(result)) };
}

const [half, ...rest] = process.argv.slice(2);
if (half !== undefined && !HALVES.includes(half)) {
  say(`unknown part "${half}"; use: npm test -- [unit|e2e] [arguments]`);
  process.exit(2);
}
await installIfNeeded();
const node = await findNode();
const reports = mkdtempSync(path.join(os.tmpdir(), "inkroom-test-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

let passed = 0;
let failed = 0;
const notes = [];
for (const [name, runHalf] of [
  ["unit", runUnit],
  ["e2e", runBrowser],
]) {
  if (half !== undefined && half !== name) continue;
  const result = await runHalf(node, reports, half === undefined ? [] : rest);
  passed += result.passed;
  failed += result.failed;
  notes.push(...(result.notes ?? []));
  if (result.signal) break;
}
// Once more at the end: the lines above are many.
for (const note of notes) console.log(note);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
