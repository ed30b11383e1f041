// A few of the flips of testing/flip-cli.ts, other ones in each run.
import { expect, test } from "vitest";
import { runFlips } from "./testing/flip-run.ts";
import { seeded } from "./testing/seeded.ts";

test.each(["db", "wal"] as const)("of 25 bits that flip in the %s file of a room, none makes wrong data pass for true", (where) => {
  const seed = Date.now() % 1_000_000;
  const report = runFlips(where, 25, seeded(seed));
  expect(report, `seed ${seed}`).toMatchObject({ flips: 25, wrongAccepted: 0 });
  expect(report.unharmed + report.healed + report.readOnly + report.silentlyShorter, `seed ${seed}`).toBe(25);
  if (where === "db") expect(report.silentlyShorter, `seed ${seed}`).toBe(0);
});

test("a bit of the schema in the log gives the state before that transaction, whole, which is not wrong data", () => {
  // Flip number 541 of seed 77: the schema is not readable behind it, so what SQLite reads before it is the last good state.
  const report = runFlips("wal", 1, () => 17_861_901.5 / (4_144_752 * 8));
  expect(report).toMatchObject({ readOnly: 1, lostEntries: 7, wrongAccepted: 0 });
});

test.each([787_790, 51_383])("flips that once passed for true do so no more: seed %d", (seed) => {
  expect(runFlips("db", 25, seeded(seed)).wrongAccepted).toBe(0);
});
