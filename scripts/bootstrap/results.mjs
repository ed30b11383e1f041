// Reads the JSON reports of Vitest and Playwright into two numbers.
import { existsSync, readFileSync } from "node:fs";

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

/** A run that ended badly although no test says so (crash, unhandled error, unreadable config) counts as one failure. */
function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @returns {{passed: number, failed: number}} */
export function vitestCounts(file, exitCode) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  // A file that cannot be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  return withExitCode({ passed: report.numPassedTests, failed }, exitCode);
}

/** @returns {{passed: number, failed: number}} */
export function playwrightCounts(file, exitCode) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky }, exitCode);
}
