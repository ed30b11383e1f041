// What of copies may come onto a board to which one may add only: frames are the board's, and a group takes in what its maker puts there.
import { PAGE_ID, type Shape, type ShapeId } from "@inkroom/shapes";

type Board = { get(id: ShapeId): Shape | undefined; isForeign(id: ShapeId): boolean };

/** The shapes without frames among them. What lay in such a frame, or lies in somebody else's group, lies in what that lies in. */
export function ownAdditions(board: Board, shapes: readonly Shape[]): readonly Shape[] {
  const left = new Map(shapes.filter(({ kind }) => kind === "frame").map((frame) => [frame.id, frame]));
  const parentOf = (parent: ShapeId): ShapeId => {
    const frame = left.get(parent);
    if (frame !== undefined) return parentOf(frame.parent);
    const group = parent !== PAGE_ID && board.isForeign(parent) ? board.get(parent) : undefined;
    return group?.kind === "group" ? parentOf(group.parent) : parent;
  };
  return shapes.filter(({ id }) => !left.has(id)).map((shape) => ({ ...shape, parent: parentOf(shape.parent) }));
}
