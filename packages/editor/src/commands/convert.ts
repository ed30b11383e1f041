// What a box is turned into.
import type { BoxForm } from "../arrange/convert.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command } from "./command.ts";

function convertCommand(form: BoxForm): Command {
  return {
    id: `edit.to-${form}`,
    keys: [],
    menu: "selection",
    isEnabled: (state) => isSelectionFree(state) && state.isBox,
    run: (context) => context.parts.use("arrange", ({ convert }) => convert(context, form)),
  };
}

export const convertCommands: readonly Command[] = (["rect", "ellipse", "diamond"] as const).map(convertCommand);
