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
  "bucket",
  "laser",
  "zoom",
] as const;
export type ToolId = (typeof TOOL_IDS)[number];
/** Tools that the hand has for a while, and then the one before again. */
export type BorrowedTool = "erase" | "hand" | "quick-zoom";

/** What the link lets people do. */
export type ToolRights = {
  readonly readonly: boolean;
  /** They may add, and change what they have added. */
  readonly ownOnly: boolean;
};

/** Frames hold what is everybody's: who may only add makes none. */
export function isToolOf(tool: ToolId, { readonly, ownOnly }: ToolRights): boolean {
  return !(readonly && isEditingTool(tool)) && !(ownOnly && tool === "frame");
}

/** Tools that change the board; not available where the store cannot be edited. */
export function isEditingTool(tool: ToolId): boolean {
  return tool !== "select" && tool !== "hand" && tool !== "laser" && tool !== "zoom";
}
