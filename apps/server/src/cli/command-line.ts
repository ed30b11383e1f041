// What stands behind `inkroom` on a command line.
import { parseArgs } from "node:util";

const OPTIONS = { data: { type: "string" }, deep: { type: "boolean" }, room: { type: "string" }, help: { type: "boolean" } } as const;

/** The id of a board may begin with a hyphen, as one in 64 does; no option is as long. */
const BOARD_ID = /^-[\w-]{21}$/;
/** Keeps such an id from being taken for an option. No argument can hold it. */
const MARK = "\0";

/** Throws as parseArgs does for what is no option. */
export function parseCommandLine(args: readonly string[]) {
  const marked = args.map((arg) => (BOARD_ID.test(arg) ? `${MARK}${arg}` : arg));
  const { values, positionals } = parseArgs({ args: marked, options: OPTIONS, allowPositionals: true });
  const plain = (arg: string): string => arg.replace(MARK, "");
  const { room } = values;
  return { values: { ...values, ...(room === undefined ? {} : { room: plain(room) }) }, positionals: positionals.map(plain) };
}
