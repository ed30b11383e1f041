// The promise that matters most: what was acked is in the log, once, whenever the process dies.
import { expect, test } from "vitest";
import { runCrashes } from "./testing/crash-run.ts";

test("ten kills under four writers lose and double nothing that was acked", async () => {
  const report = await runCrashes({ kills: 10, writers: 4 });
  expect(report).toMatchObject({ kills: 10, missing: 0, doubled: 0, gaps: 0 });
  expect(report.acked).toBeGreaterThanOrEqual(10 * 20);
  expect(report.logged).toBeGreaterThanOrEqual(report.acked);
});

test.each(["before_append", "after_append", "before_commit", "after_commit", "mid_checkpoint"] as const)(
  "a process that dies at %s loses and doubles nothing that was acked",
  async (how) => {
    const report = await runCrashes({ kills: 4, writers: 3, how });
    expect(report).toMatchObject({ how, kills: 4, missing: 0, doubled: 0, gaps: 0 });
    expect(report.acked).toBeGreaterThan(20);
  },
);

test("a server that is told to stop under four writers ends by itself each time and loses nothing that was acked", async () => {
  const report = await runCrashes({ kills: 5, writers: 4, how: "term" });
  expect(report).toMatchObject({ kills: 5, missing: 0, doubled: 0, gaps: 0, unclean: 0 });
  expect(report.acked).toBeGreaterThanOrEqual(5 * 20);
});
