// Parents. An entry keeps the parent it was written with; what that means when the parent is gone is decided here,
// from board state alone, so that every replica decides alike:
// - deleting a shape does not touch its children (a client that means them lists their ids in the same `del`);
// - a shape whose parent is missing or deleted is drawn as if it lay on the page, and returns when the parent does;
// - no op may close a cycle: such a mv has no effect, and such an add or restore puts the shape on the page.
// Positions are the page's whatever the parent is, so none of this ever moves a shape.
import { PAGE_ID, type Shape, type ShapeId } from "@inkroom/shapes";
import type { BoardView } from "./board-store.ts";
import type { EntryReader } from "./board.ts";

/** The parent to draw a shape under: its own while that lives, else the page. */
export function drawnParent(view: Pick<BoardView, "get">, shape: Shape): ShapeId {
  return shape.parent === PAGE_ID || view.get(shape.parent) !== undefined ? shape.parent : PAGE_ID;
}

/** Would `id` under `parent` be its own ancestor? O(depth). */
export function closesCycle(board: EntryReader, id: ShapeId, parent: ShapeId): boolean {
  let at: ShapeId = parent;
  while (at !== PAGE_ID) {
    if (at === id) return true;
    const entry = board.record(at);
    if (entry?.state !== "live") return false;
    at = entry.shape.parent;
  }
  return false;
}

/** A shape that comes (back) onto the board, with a parent that closes no cycle. */
export function placed(board: EntryReader, shape: Shape): Shape {
  return closesCycle(board, shape.id, shape.parent) ? { ...shape, parent: PAGE_ID } : shape;
}
