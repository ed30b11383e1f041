// The promise that matters most: what was acked is in the log, once, whenever the process dies.
import { expect, test } from "vitest";
import { createBoard } from "./testing/board-access.ts";
import { BoardClient, hashOf } from "./testing/board-client.ts";
import { runCrashes } from "./testing/crash-run.ts";
import { ServerProcess } from "./testing/server-process.ts";
import { rect } from "./testing/test-shapes.ts";

test("ten kills under four writers lose and double nothing that was acked", async () => {
  const report = await runCrashes({ kills: 10, writers: 4 });
  expect(report).toMatchObject({ kills: 10, missing: 0, doubled: 0, gaps: 0 });
  expect(report.acked).toBeGreaterThanOrEqual(10 * 20);
  expect(report.logged).toBeGreaterThanOrEqual(report.acked);
});

test("between its ack and the broadcast of it a process can die: the author has the ack, the others get it from the next process", async () => {
  const first = await ServerProcess.start();
  const board = await createBoard(first.url);
  (await BoardClient.join(first.url, board)).close(); // the first to come makes the board's file
  await first.kill();
  const dying = await ServerProcess.start({ INKROOM_FAILPOINT: "after_ack:1" }, first.dataDir);
  const [ann, bob] = [await BoardClient.join(dying.url, board), await BoardClient.join(dying.url, board)];
  ann.push(1, [{ op: "add", shape: rect({ id: "s1" }) }]);
  await Promise.all([dying.ended, ann.closed, bob.closed]);
  expect([ann.all("ack").map(({ n }) => n), bob.all("ops")]).toEqual([[1], []]);
  const next = await ServerProcess.start({}, first.dataDir);
  expect((await hashOf(next.url, board)).board.get("s1")).toBeDefined();
  await next.dispose();
});

test.each(["before_append", "after_append", "before_commit", "after_commit", "after_ack", "mid_checkpoint"] as const)(
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
