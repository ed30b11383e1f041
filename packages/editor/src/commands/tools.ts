// Choosing a tool. The hand and the eraser go back to the tool before when chosen again.
import { isEditingTool, type ToolId } from "../tool-id.ts";
import type { Command, Shortcut } from "./command.ts";

const KEYS: Readonly<Record<ToolId, readonly string[]>> = {
  select: ["v", "1"],
  hand: ["h"],
  rect: ["r", "2"],
  ellipse: ["o", "4"],
  arrow: ["a", "5"],
  line: ["l", "6"],
  draw: ["p", "x", "7"],
  text: ["t", "8"],
  erase: ["e", "0"],
};
const TOGGLES: readonly ToolId[] = ["hand", "erase"];

function toolCommand(tool: ToolId): Command {
  return {
    id: `tool.${tool}`,
    labelKey: `command.tool.${tool}`,
    keys: KEYS[tool].map((key): Shortcut => ({ key })),
    isEnabled: (state) => !isEditingTool(tool) || !state.readonly,
    run(context) {
      if (context.state.tool === tool && TOGGLES.includes(tool)) context.toPreviousTool();
      else context.editor.setTool(tool);
    },
  };
}

export const toolCommands: readonly Command[] = (
  ["select", "hand", "rect", "ellipse", "arrow", "line", "draw", "text", "erase"] as const
).map(toolCommand);
