// Writes shapes as a board file.
import { compareShapes, END_NAMES, PAGE_ID, type PatternName, type Shape, type ShapeId } from "@inkroom/shapes";
import type { PictureOf } from "../picture-ports.ts";
import { BOARD_FILE_TYPE, BOARD_FILE_VERSION } from "./format.ts";
import { writeSteps } from "./step-list.ts";

export type BoardFileOptions = {
  /** What the board is called; absent: nothing is said. */
  readonly name?: string | undefined;
  /** What is printed on the board's paper; absent: nothing is said. */
  readonly pattern?: PatternName | undefined;
  /** Pictures that go into the file; absent: none does. */
  readonly pictureOf?: PictureOf | undefined;
};

/**
 * JSON with one shape per line, bottom first, of shapes as they are seen. An arrow that hangs on a shape which is not in the file ends
 * freely where it is; a shape whose parent is not in the file lies on the page.
 */
export function writeBoardFile(shapes: Iterable<Shape>, { name, pattern, pictureOf }: BoardFileOptions = {}): string {
  const ordered = [...shapes].sort(compareShapes);
  const inFile = new Map(ordered.map((shape) => [shape.id, shape]));
  const lines = ordered.map((shape) => JSON.stringify(recordOf(detached(shape, inFile))));
  const said = { ...(name === undefined ? {} : { name }), ...(pattern === undefined ? {} : { paper: pattern }) };
  const head = { type: BOARD_FILE_TYPE, version: BOARD_FILE_VERSION, ...said };
  const pictures = pictureOf === undefined ? "" : picturesOf(ordered, pictureOf);
  return `${JSON.stringify(head).slice(0, -1)},"shapes":[${lines.map((line) => `\n${line}`).join(",")}\n]${pictures}}\n`;
}

/** One picture per line, each once; nothing where there are none. */
function picturesOf(shapes: readonly Shape[], pictureOf: PictureOf): string {
  const names = new Set(shapes.flatMap((shape) => (shape.kind === "image" ? [shape.blob] : [])));
  const lines = [...names].flatMap((blob) => {
    const address = pictureOf(blob);
    return address === undefined ? [] : [`\n${JSON.stringify(blob)}:${JSON.stringify(address)}`];
  });
  return lines.length === 0 ? "" : `,"pictures":{${lines.join(",")}\n}`;
}

function detached(shape: Shape, inFile: ReadonlyMap<ShapeId, Shape>): Shape {
  const placed = shape.parent === PAGE_ID || inFile.has(shape.parent) ? shape : { ...shape, parent: PAGE_ID };
  if (placed.kind !== "arrow") return placed;
  const lost = END_NAMES.filter((end) => placed[end] !== null && !inFile.has(placed[end].id));
  return lost.length === 0 ? placed : { ...placed, ...Object.fromEntries(lost.map((end) => [end, null])) };
}

/** The place in the list says how shapes lie on each other; points are numbers instead of bytes. */
function recordOf({ index: _index, ...shape }: Shape): object {
  if (shape.kind !== "draw") return shape;
  const { points: _points, count: _count, ...rest } = shape;
  return { ...rest, points: writeSteps(shape) };
}
