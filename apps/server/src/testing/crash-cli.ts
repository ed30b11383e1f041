// The crash proof in its long form: npm run crash -w apps/server -- --kills 100 [--writers 8]
// Kills a real server again and again under load and prints one JSON line; exits 1 if anything acked is missing or doubled.
import { parseArgs } from "node:util";
import { runCrashes } from "./crash-run.ts";

const { values } = parseArgs({ options: { kills: { type: "string", default: "100" }, writers: { type: "string", default: "8" } } });
const report = await runCrashes({ kills: Number(values.kills), writers: Number(values.writers) });
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.missing + report.doubled + report.gaps === 0 ? 0 : 1;
