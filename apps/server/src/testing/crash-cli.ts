// The crash proof in its long form: npm run crash -w apps/server -- --kills 100 [--writers 8] [--how kill|term|all|<step>]
// Ends a real server again and again under load and prints one JSON line for each way; exits 1 if anything acked is missing
// or doubled.
import { parseArgs } from "node:util";
import { STORAGE_STEPS } from "@inkroom/storage/sqlite";
import { type Ending, runCrashes } from "./crash-run.ts";

/** Steps that a server without old files and without backups comes by. */
const WAYS: readonly Ending[] = ["kill", "term", ...STORAGE_STEPS.filter((step) => step !== "mid_migration" && step !== "mid_backup")];

const options = {
  kills: { type: "string", default: "100" },
  writers: { type: "string", default: "8" },
  how: { type: "string", default: "kill" },
} as const;
const { values } = parseArgs({ options });
for (const how of WAYS.filter((way) => values.how === "all" || values.how === way)) {
  const report = await runCrashes({ kills: Number(values.kills), writers: Number(values.writers), how });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (report.missing + report.doubled + report.gaps + report.unclean > 0) process.exitCode = 1;
}
