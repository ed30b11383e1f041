// Reads the JSON reports of Vitest and Playwright: two numbers, and the names of what failed or was tried twice.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

/** A run that ended badly although no test says so (crash, unhandled error, unreadable config) counts as one failure. */
function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const NOTHING = { passed: 0, failed: 1, notes: ["failed: no report was written"] };

/** @returns {{passed: number, failed: number, notes: string[]}} */
export function vitestCounts(file, exitCode) {
  const report = read(file);
  if (!report) return NOTHING;
  // A file that cannot be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  );
  const failures = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => `failed: ${path.relative(process.cwd(), suite.name)}: ${test.fullName}`),
  );
  const notes = [...failures, ...broken.map((suite) => `failed to load: ${path.relative(process.cwd(), suite.name)}`)];
  const failed = report.numFailedTests + broken.length;
  return withExitCode({ passed: report.numPassedTests, failed, notes }, exitCode);
}

/** A test that passed when it was tried again (CI only, see playwright.config.ts) has passed, and is named. */
export function playwrightCounts(file, exitCode) {
  const report = read(file);
  if (!report) return NOTHING;
  const { expected, unexpected, flaky } = report.stats;
  const notes = specsOf(report)
    .filter(({ status }) => status === "unexpected" || status === "flaky")
    .map(({ status, name }) => `${status === "flaky" ? "passed when tried again" : "failed"}: ${name}`);
  return withExitCode({ passed: expected + flaky, failed: unexpected, notes }, exitCode);
}

/** Every test of a Playwright report with its outcome. */
function specsOf({ suites = [] }) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map(({ status }) => ({ status, name: `${spec.file}:${spec.line}: ${spec.title}` })),
    ),
    ...specsOf(suite),
  ]);
}
