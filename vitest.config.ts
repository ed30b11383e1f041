// Unit and property tests of every workspace; browser tests are Playwright's (playwright.config.ts).
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "scripts/**/*.test.ts"],
    testTimeout: 60_000,
    // In CI a test that ran out of time is tried once more: other work on the machine can do that. A wrong value never is.
    retry: process.env["CI"] === undefined ? 0 : { count: 1, condition: /timed out|in time/ },
    // Two at the least: many files wait for processes of their own most of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
