// The crash proof in its long form: npm run crash -w apps/server -- --kills 100 [--writers 8] [--how kill|term|all|<step>]
// Ends a real server again and again under load and prints one JSON line for each way; exits 1 if anything acked is missing
// or doubled.
import { parseArgs } from "node:util";
import { STORAGE_STEPS } from "@inkroom/storage/sqlite";
import { AFTER_ACK } from "../failpoint.ts";
import { type CrashReport, type Ending, runCrashes } from "./crash-run.ts";

/** Steps that a server without old files and without backups comes by. */
const WAYS: readonly Ending[] = [
  "kill",
  "term",
  AFTER_ACK,
  ...STORAGE_STEPS.filter((step) => step !== "mid_migration" && step !== "mid_backup"),
];

const options = {
  kills: { type: "string", default: "100" },
  writers: { type: "string", default: "8" },
  how: { type: "string", default: "kill" },
} as const;
const { values } = parseArgs({ options });

/** Ends in a row on one board: after more of them most of the time would go into giving its writers a board that only grows. */
const ENDS_PER_BOARD = 100;

/** All ends, a new board and data directory for every hundred; sums of what was found. */
async function runAll(kills: number, writers: number, how: Ending): Promise<CrashReport> {
  let sum: CrashReport = { how, kills: 0, unclean: 0, acked: 0, logged: 0, missing: 0, doubled: 0, gaps: 0 };
  while (sum.kills < kills) {
    const part = await runCrashes({ kills: Math.min(ENDS_PER_BOARD, kills - sum.kills), writers, how });
    sum = {
      how,
      kills: sum.kills + part.kills,
      unclean: sum.unclean + part.unclean,
      acked: sum.acked + part.acked,
      logged: sum.logged + part.logged,
      missing: sum.missing + part.missing,
      doubled: sum.doubled + part.doubled,
      gaps: sum.gaps + part.gaps,
    };
  }
  return sum;
}

for (const how of WAYS.filter((way) => values.how === "all" || values.how === way)) {
  const report = await runAll(Number(values.kills), Number(values.writers), how);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (report.missing + report.doubled + report.gaps + report.unclean > 0) process.exitCode = 1;
}
