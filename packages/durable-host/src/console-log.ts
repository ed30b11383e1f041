// The log of rooms as lines of JSON on the console, where the platform collects them.
import { unfailingLog } from "@inkroom/rooms/contract";
import type { Log, LogFields } from "@inkroom/rooms/contract";

function lineOf(level: string, event: string, fields: LogFields = {}): string {
  const plain = Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? (value.stack ?? value.message) : value]);
  return JSON.stringify({ level, event, ...Object.fromEntries(plain) });
}

/* oxlint-disable no-console -- reason: on this platform the console is the log */
export const consoleLog: Log = unfailingLog({
  info: (event, fields) => console.info(lineOf("info", event, fields)),
  warn: (event, fields) => console.warn(lineOf("warn", event, fields)),
  error: (event, fields) => console.error(lineOf("error", event, fields)),
});
/* oxlint-enable no-console */
