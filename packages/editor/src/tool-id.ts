// The tools by name, in the order of the toolbar.

export const TOOL_IDS = [
  "select",
  "hand",
  "draw",
  "highlight",
  "erase",
  "rect",
  "ellipse",
  "geo",
  "line",
  "arrow",
  "text",
  "note",
  "frame",
  "laser",
] as const;
export type ToolId = (typeof TOOL_IDS)[number];

/** Tools that change the board; not available where the store cannot be edited. */
export function isEditingTool(tool: ToolId): boolean {
  return tool !== "select" && tool !== "hand" && tool !== "laser";
}
