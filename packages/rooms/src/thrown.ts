// What authors throw, made harmless: it may be of any kind, and looking at it or printing it may fail in turn.
import type { Log, LogFields } from "./ports.ts";

const UNPRINTABLE = "Something was thrown that cannot be printed";

/** The error itself; an Error in its place if it is something that cannot even be looked at, such as a revoked Proxy. */
export function soundError(error: unknown): unknown {
  try {
    void (error instanceof Error);
    return error;
  } catch {
    return new Error(UNPRINTABLE);
  }
}

/** What to show of an error: its stack, or else what it is as a string. Never throws. */
export function textOfError(error: unknown): string {
  try {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } catch {
    return UNPRINTABLE;
  }
}

/**
 * The same log, which never throws: an event with an error that `log` cannot print (a circular object, a bigint, a getter
 * that throws) is logged with what can be said of it in its place.
 */
export function unfailingLog(log: Log): Log {
  const at =
    (level: keyof Log) =>
    (event: string, fields?: LogFields): void => {
      try {
        return log[level](event, fields);
      } catch {
        try {
          log[level](event, Object.fromEntries(Object.entries(fields ?? {}).map(([name, value]) => [name, printable(value)])));
        } catch {
          // reason: the log itself is broken, and there is nobody else to tell
        }
      }
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

function printable(value: unknown): unknown {
  return typeof value === "object" || typeof value === "bigint" ? new Error(textOfError(value)) : value;
}
