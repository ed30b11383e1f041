// What stands behind `inkroom` on a command line.
import { parseArgs } from "node:util";
import { BOARD_ID } from "@inkroom/board-access";

const OPTIONS = { data: { type: "string" }, deep: { type: "boolean" }, room: { type: "string" }, help: { type: "boolean" } } as const;

/** Keeps the id of a board, of which one in 64 begins with a hyphen, from being taken for an option. No argument can hold it. */
const MARK = "\0";

/** Throws as parseArgs does for what is no option. */
export function parseCommandLine(args: readonly string[]) {
  const marked = args.map((arg) => (BOARD_ID.test(arg) ? `${MARK}${arg}` : arg));
  const { values, positionals } = parseArgs({ args: marked, options: OPTIONS, allowPositionals: true });
  const plain = (arg: string): string => arg.replace(MARK, "");
  const { room } = values;
  return { values: { ...values, ...(room === undefined ? {} : { room: plain(room) }) }, positionals: positionals.map(plain) };
}
