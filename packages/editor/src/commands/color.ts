// Colours by key: the panel that offers them, and taking one from the board. Both are shown by the host.
import type { ColorUse } from "../style.ts";
import type { EditorState } from "../editor-state.ts";
import { isEditingTool } from "../tool-id.ts";
import type { Command } from "./command.ts";

const TOOLS_WITHOUT: readonly EditorState["tool"][] = ["erase", "frame"];

/** Is there anything whose colour could be chosen? */
function isEnabled({ readonly, isForeign, selection, tool }: EditorState): boolean {
  return !readonly && !isForeign && (selection.size > 0 || (isEditingTool(tool) && !TOOLS_WITHOUT.includes(tool)));
}

/** The colour that a person means who says no more than "the colour". */
function usualUse({ tool, isNote }: EditorState): ColorUse {
  if (tool === "highlight") return "markerColor";
  return tool === "note" || isNote ? "noteColor" : "color";
}

export const colorCommands: readonly Command[] = [
  {
    id: "style.color",
    keys: [{ key: "s" }],
    isEnabled,
    run: ({ state, onOpen }) => onOpen?.({ kind: "color", of: usualUse(state) }),
  },
  {
    id: "style.fill-color",
    keys: [{ key: "g" }],
    // There it takes the tool for geometric shapes.
    tldrawKeys: [],
    isEnabled,
    run: ({ onOpen }) => onOpen?.({ kind: "color", of: "fillColor" }),
  },
  {
    id: "style.pick-color",
    keys: [{ key: "s", shift: true }],
    isEnabled,
    run: ({ state, onOpen }) => onOpen?.({ kind: "pick-color", of: usualUse(state) }),
  },
  {
    id: "style.pick-fill-color",
    keys: [{ key: "g", shift: true }],
    isEnabled,
    run: ({ onOpen }) => onOpen?.({ kind: "pick-color", of: "fillColor" }),
  },
];
