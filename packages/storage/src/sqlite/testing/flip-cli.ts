// The long form: npm run flips -w packages/storage -- --db 300 --wal 200 [--seed 1]
// Prints one JSON line for each kind of file; exits 1 if anything wrong was accepted.
import { parseArgs } from "node:util";
import { runFlips } from "./flip-run.ts";
import { seeded } from "./seeded.ts";

const { values } = parseArgs({
  options: { db: { type: "string", default: "300" }, wal: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
for (const where of ["db", "wal"] as const) {
  const report = runFlips(where, Number(values[where]), seeded(Number(values.seed)));
  process.stdout.write(
    `${JSON.stringify({ figure: `single bits flipped in the ${where} file of a room`, seed: Number(values.seed), ...report })}\n`,
  );
  if (report.wrongAccepted > 0) process.exitCode = 1;
}
