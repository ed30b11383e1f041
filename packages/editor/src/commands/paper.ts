// What is printed on the paper of the board, for everyone on it.
import { PATTERN_NAMES, type PatternName } from "@inkroom/shapes";
import type { Command } from "./command.ts";

function paperCommand(pattern: PatternName): Command {
  return {
    id: `paper.${pattern}`,
    keys: [],
    menu: "board",
    isEnabled: (state) => !state.readonly && !state.ownOnly,
    run: (context) => context.parts.use("arrange", ({ printPaper }) => printPaper(context, pattern)),
  };
}

export const paperCommands: readonly Command[] = PATTERN_NAMES.map(paperCommand);
