// The promise that matters most: what was acked is in the log, once, whenever the process dies.
import { expect, test } from "vitest";
import { runCrashes } from "./testing/crash-run.ts";

test("ten kills under four writers lose and double nothing that was acked", async () => {
  const report = await runCrashes({ kills: 10, writers: 4 });
  expect(report).toMatchObject({ kills: 10, missing: 0, doubled: 0, gaps: 0 });
  expect(report.acked).toBeGreaterThanOrEqual(10 * 20);
  expect(report.logged).toBeGreaterThanOrEqual(report.acked);
});
