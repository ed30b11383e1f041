// From what is selected to what lies beside it, around it and in it, by keys.
import { ARROW_KEYS, type Direction, DIRECTIONS } from "../arrange/direction.ts";
import type { EditorState } from "../editor-state.ts";
import type { Command } from "./command.ts";

const isInHand = ({ tool }: EditorState): boolean => tool === "select";
const isSomething = (state: EditorState): boolean => isInHand(state) && state.selection.size > 0;

function besideCommand(direction: Direction): Command {
  return {
    id: `edit.select-${direction}`,
    keys: [],
    tldrawKeys: [{ key: ARROW_KEYS[direction], mod: true }],
    isEnabled: isInHand,
    run: (context) => context.parts.use("arrange", ({ selectBeside }) => selectBeside(context, direction)),
  };
}

export const reachCommands: readonly Command[] = [
  ...DIRECTIONS.map(besideCommand),
  {
    id: "edit.select-parent",
    keys: [],
    tldrawKeys: [{ key: "ArrowUp", mod: true, shift: true }],
    isEnabled: isSomething,
    run: (context) => context.parts.use("arrange", ({ selectParent }) => selectParent(context)),
  },
  {
    id: "edit.select-child",
    keys: [],
    tldrawKeys: [{ key: "ArrowDown", mod: true, shift: true }],
    isEnabled: isSomething,
    run: (context) => context.parts.use("arrange", ({ selectChild }) => selectChild(context)),
  },
];
