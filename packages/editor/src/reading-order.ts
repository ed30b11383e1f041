// The order in which a person would read a board: line by line, from the top, each from its beginning.
import type { Box } from "@inkroom/geometry";
import type { BoardView } from "@inkroom/model";
import { pageBounds, type Shape, type ShapeId } from "@inkroom/shapes";

/** `depth`: how many shapes it lies in. */
export type ReadingEntry = { readonly shape: Shape; readonly depth: number };
type Placed = { readonly shape: Shape; readonly box: Box };

/**
 * All shapes of a board. What lies in another shape follows it. A shape is on a line where its middle is above the lower
 * edge of everything that is on that line already; so a large shape behind others makes no line of all of them.
 * Costs a sort of the board. `isFromRight`: lines begin at the right.
 */
export function readingOrder(view: Pick<BoardView, "get" | "shapes">, isFromRight = false): readonly ReadingEntry[] {
  const byParent = new Map<ShapeId | undefined, Placed[]>();
  for (const shape of view.shapes()) {
    const parent = view.get(shape.parent) === undefined ? undefined : shape.parent;
    const siblings = byParent.get(parent);
    const placed = { shape, box: pageBounds(shape) };
    if (siblings === undefined) byParent.set(parent, [placed]);
    else siblings.push(placed);
  }
  const order: ReadingEntry[] = [];
  const read = (parent: ShapeId | undefined, depth: number): void => {
    for (const shape of inLines(byParent.get(parent) ?? [], isFromRight)) {
      order.push({ shape, depth });
      read(shape.id, depth + 1);
    }
  };
  read(undefined, 0);
  return order;
}

function inLines(shapes: Placed[], isFromRight: boolean): readonly Shape[] {
  const begins = ({ box }: Placed): number => (isFromRight ? -(box.x + box.w) : box.x);
  shapes.sort((a, b) => a.box.y - b.box.y || begins(a) - begins(b) || (a.shape.id < b.shape.id ? -1 : 1));
  const ordered: Shape[] = [];
  let line: Placed[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  const endLine = (): void => {
    line.sort((a, b) => begins(a) - begins(b));
    for (const { shape } of line) ordered.push(shape);
    line = [];
    bottom = Number.POSITIVE_INFINITY;
  };
  for (const placed of shapes) {
    const { y, h } = placed.box;
    if (y + h / 2 >= bottom || line.length === 0) endLine();
    line.push(placed);
    bottom = Math.min(bottom, y + h);
  }
  endLine();
  return ordered;
}
