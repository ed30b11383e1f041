// Composition root of the server process: environment -> log -> app -> ready line; signals take it down in reverse.
import { printConfig, readConfig } from "./config/config.ts";
import { createJsonLog } from "./json-log.ts";
import { type App, startApp } from "./server.ts";
import { closeOnSignals, exitOnBugs } from "./process-events.ts";
import { EXIT } from "./exit-codes.ts";

const read = readConfig(process.env);
if (!read.ok) {
  process.stderr.write(`Inkroom cannot start:\n${read.problems.map((problem) => `  ${problem}\n`).join("")}`);
  process.exit(EXIT.config);
}
const { config } = read;
if (process.argv.includes("--print-config")) {
  process.stdout.write(`${printConfig(config)}\n`);
  process.exit(EXIT.ok);
}

const log = createJsonLog({ level: config.log, now: Date.now, write: (line) => process.stdout.write(line) });
exitOnBugs(process, log);

let app: App;
try {
  app = await startApp(config, log);
} catch (error) {
  // Both kinds of start-up errors carry a message for people; anything else is a bug and shows its stack.
  const known = error instanceof Error && (error.name === "DataDirError" || error.name === "ServeError");
  process.stderr.write(`Inkroom cannot start: ${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(EXIT.start);
}
closeOnSignals(process, app, { drainMs: config.drainMs, log });
log.notice("server.listening", { url: app.url, pid: process.pid, node: process.version });
