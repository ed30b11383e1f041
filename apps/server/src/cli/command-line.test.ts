import { expect, test } from "vitest";
import { parseCommandLine } from "./command-line.ts";

const HYPHEN = "-6rRCQkrzBLGGSk2GuKc0g";
const TWO = "--rRCQkrzBLGGSk2GuKc0g";

test.each([
  [["verify", "--deep", HYPHEN], { deep: true }, ["verify", HYPHEN]],
  [["verify", HYPHEN, "--deep", "--data", "d"], { deep: true, data: "d" }, ["verify", HYPHEN]],
  [["repair", TWO], {}, ["repair", TWO]],
  [["restore", "backup", "--room", HYPHEN], { room: HYPHEN }, ["restore", "backup"]],
  [["repair", "board/-x"], {}, ["repair", "board/-x"]],
])("%j: a board whose id begins as an option does is a board", (args, values, positionals) => {
  const parsed = parseCommandLine(args);
  expect({ ...parsed.values }).toEqual(values);
  expect(parsed.positionals).toEqual(positionals);
});

test("what is no option is refused", () => {
  expect(() => parseCommandLine(["verify", "--deeply"])).toThrow(/Unknown option '--deeply'/);
  expect(() => parseCommandLine(["verify", "-d"])).toThrow(/Unknown option '-d'/);
});
