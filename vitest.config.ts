// Unit and property tests of every workspace; browser tests are Playwright's (playwright.config.ts).
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "scripts/**/*.test.ts"],
    testTimeout: 60_000,
  },
});
