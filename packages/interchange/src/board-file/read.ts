// Reads board files. They come from anywhere: nothing in one is trusted, and a file is either refused as a whole or gives
// shapes of which each would pass the room's border.
import { checkedShapeSchema, indicesBetween } from "@inkroom/model";
import { PAGE_ID, PATTERN_NAMES, type PatternName, type Shape, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import type { ReadPicture } from "../picture-ports.ts";
import { BOARD_FILE_TYPE, type FileRefusal, MAX_FILE_DEPTH, MAX_FILE_LENGTH, MAX_FILE_SHAPES } from "./format.ts";
import { MIGRATIONS, type Migration } from "./migrations.ts";
import { readSteps } from "./step-list.ts";

export type BoardFileContent = {
  readonly kind: "board";
  /** Bottom first, with indices that say so; parents are in the list, and no shape is its own ancestor. */
  readonly shapes: readonly Shape[];
  readonly name: string | undefined;
  /** What is printed on the board's paper; undefined where nothing is said. */
  readonly pattern: PatternName | undefined;
  /** Records that are no shapes this version knows; they are left out. */
  readonly unreadable: number;
};
export type BoardFileReader = {
  /** The steps from each older version to the next (see migrations.ts). */
  readonly migrations?: readonly Migration[];
  /** Takes the pictures that shapes of the file name, where they are what they are said to be. Absent: none is taken. */
  readonly readPicture?: ReadPicture;
};
export type BoardFileReading = BoardFileContent | { readonly kind: "refused"; readonly reason: FileRefusal };

const refused = (reason: FileRefusal): BoardFileReading => ({ kind: "refused", reason });

const fileSchema = v.object({
  type: v.literal(BOARD_FILE_TYPE),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.optional(v.string()),
  paper: v.fallback(v.optional(v.picklist(PATTERN_NAMES)), undefined),
  shapes: v.array(v.unknown()),
  pictures: v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {}),
});

/** Never throws. */
export function readBoardFile(text: string, { migrations = MIGRATIONS, readPicture }: BoardFileReader = {}): BoardFileReading {
  if (text.length > MAX_FILE_LENGTH) return refused("too_large");
  const file = v.safeParse(fileSchema, parsed(text));
  if (!file.success) return refused("not_a_board");
  const { version, shapes, name, paper: pattern, pictures } = file.output;
  if (version > migrations.length + 1) return refused("newer");
  if (shapes.length > MAX_FILE_SHAPES) return refused("too_large");
  const records = migrations.slice(version - 1).reduce<readonly unknown[]>((older, migrate) => migrate(older), shapes);
  const known = new Map<ShapeId, Shape>();
  for (const record of records) {
    const shape = shapeOf(record);
    if (shape !== undefined && !known.has(shape.id)) known.set(shape.id, shape);
  }
  if (readPicture !== undefined) takePictures(known.values(), pictures, readPicture);
  return { kind: "board", shapes: coherent(known), name, pattern, unreadable: records.length - known.size };
}

function takePictures(shapes: Iterable<Shape>, pictures: Readonly<Record<string, unknown>>, readPicture: ReadPicture): void {
  const names = new Set<string>();
  for (const shape of shapes) if (shape.kind === "image") names.add(shape.blob);
  for (const name of names) {
    const address = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
    if (typeof address === "string") readPicture(address);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no board, which is what the schema then says.
    return undefined;
  }
}

/** With an index of no meaning. */
function shapeOf(record: unknown): Shape | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  const fields: Record<string, unknown> = { ...record, index: "a0" };
  if (fields["kind"] === "draw") {
    const { quantum, pressure } = fields;
    if (typeof quantum !== "number" || typeof pressure !== "boolean") return undefined;
    const read = readSteps(fields["points"], { quantum, pressure });
    if (read === undefined) return undefined;
    Object.assign(fields, read);
  }
  const result = v.safeParse(checkedShapeSchema, fields);
  // What is printed on the paper is said once, in the head.
  return result.success && result.output.kind !== "paper" ? result.output : undefined;
}

/** Without parents and targets that are not there, and without cycles; with indices in the order of the list. */
function coherent(shapes: ReadonlyMap<ShapeId, Shape>): readonly Shape[] {
  const onPage = cutParents(shapes);
  const indices = indicesBetween(shapes.size);
  return [...shapes.values()].map((shape, i) => {
    const place = { parent: onPage.has(shape.id) ? PAGE_ID : shape.parent, index: indices[i] ?? shape.index };
    if (shape.kind !== "arrow") return { ...shape, ...place };
    const kept = (binding: typeof shape.start): typeof shape.start => (binding !== null && shapes.has(binding.id) ? binding : null);
    return { ...shape, ...place, start: kept(shape.start), end: kept(shape.end) };
  });
}

/** The shapes that have to lie on the page for all chains of parents to end there. Each shape is looked at once. */
function cutParents(shapes: ReadonlyMap<ShapeId, Shape>): ReadonlySet<ShapeId> {
  const cut = new Set<ShapeId>();
  const depths = new Map<ShapeId, number>([[PAGE_ID, 0]]);
  for (const { id } of shapes.values()) {
    const path = new Set<ShapeId>();
    let at = id;
    for (let parent = shapes.get(at)?.parent; !depths.has(at) && parent !== undefined; parent = shapes.get(at)?.parent) {
      path.add(at);
      if (path.has(parent) || (parent !== PAGE_ID && !shapes.has(parent))) {
        cut.add(at);
        at = PAGE_ID;
      } else at = parent;
    }
    let depth = depths.get(at) ?? 0;
    for (const each of [...path].reverse()) {
      depth += 1;
      if (depth > MAX_FILE_DEPTH) {
        cut.add(each);
        depth = 1;
      }
      depths.set(each, depth);
    }
  }
  return cut;
}
