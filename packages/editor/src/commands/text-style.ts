// How the words on the selected shapes are set: bold, italic, larger and smaller.
import type * as ArrangePart from "../arrange/arrange-part.ts";
import type { EditorContext } from "../context.ts";
import { isSelectionFree } from "../selection.ts";
import type { Command, Shortcut } from "./command.ts";
import type { CommandId } from "./command-id.ts";

type Work = (part: typeof ArrangePart, context: EditorContext) => void;

const setting = (id: Extract<CommandId, `text.${string}`>, shortcut: Shortcut, work: Work): Command => ({
  id,
  keys: [shortcut],
  isEnabled: (state) => isSelectionFree(state) && state.hasWords,
  run: (context) => context.parts.use("arrange", (part) => work(part, context)),
});

export const textStyleCommands: readonly Command[] = [
  setting("text.bold", { key: "b", mod: true }, (part, context) => part.switchFace(context, "bold")),
  setting("text.italic", { key: "i", mod: true }, (part, context) => part.switchFace(context, "italic")),
  setting("text.larger", { key: ".", mod: true, shift: true }, (part, context) => part.stepSize(context, 1)),
  setting("text.smaller", { key: ",", mod: true, shift: true }, (part, context) => part.stepSize(context, -1)),
];
