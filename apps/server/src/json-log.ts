// The log: one JSON object per line. Fields are names, codes and counts; never content, secrets or query strings.
import type { Log, LogFields } from "@inkroom/rooms";

const LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LEVELS)[number];
export type AppLog = Log & {
  debug(event: string, fields?: LogFields): void;
  /** As info, but printed at every level except silent: what whoever started the process waits for. */
  notice(event: string, fields?: LogFields): void;
};

/** Keys whose values are never printed, whoever logs them. */
const SECRET_KEY = /ticket|token|authorization|cookie|secret|password|capability|proof|query/i;

/** `write` gets one line with its newline. `now` is ms since the Unix epoch. */
export function createJsonLog(options: {
  readonly level: LogLevel;
  readonly now: () => number;
  readonly write: (line: string) => void;
}): AppLog {
  const least = LEVELS.indexOf(options.level);
  const at =
    (level: LogLevel, weight: LogLevel = level) =>
    (event: string, fields: LogFields = {}): void => {
      if (LEVELS.indexOf(weight) < least) return;
      const line = { ts: new Date(options.now()).toISOString(), level, event, ...fields };
      options.write(`${JSON.stringify(line, printable)}\n`);
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error"), notice: at("info", "error") };
}

function printable(key: string, value: unknown): unknown {
  if (SECRET_KEY.test(key)) return "[redacted]";
  // JSON shows an Error as {}. Its message may quote what users wrote, its stack says where the bug is.
  if (value instanceof Error) return printableError(value);
  return typeof value === "bigint" ? String(value) : value;
}

/** Frames of a stack that are printed. */
const MAX_FRAMES = 5;

/** One cause is enough, and an error that causes itself comes to an end. */
function printableError(error: Error, withCause = true): LogFields {
  // reason: errors of node, SQLite and storage carry these; both are only read.
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  const { stack = "" } = error;
  // A stack begins with name and message, and the message may have lines of its own.
  const frames = stack.slice(stack.indexOf(error.message) + error.message.length).split("\n");
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof errcode === "number" ? { errcode } : {}),
    stack: frames
      .map((line) => line.trim())
      .filter((line) => line.startsWith("at "))
      .slice(0, MAX_FRAMES),
    ...(withCause && error.cause instanceof Error ? { cause: printableError(error.cause, false) } : {}),
  };
}
