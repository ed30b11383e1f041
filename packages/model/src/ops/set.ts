// set: write properties of one shape; the last write in server order wins, property by property.
import { shapeIdSchema, type Shape, type ShapeId } from "@inkroom/shapes";
import * as v from "valibot";
import type { EntryReader, EntryTable } from "../board.ts";
import { type LiveEntry, runsAfterSet, tagOfProp, writeTags } from "../entry.ts";
import { knownKeys } from "../known-keys.ts";
import { isSettable, settableSchema } from "../props.ts";
import type { Restoration } from "../restoration.ts";
import { type Tag, tagSchema } from "../tag.ts";

/** Property names to new values. Names and values are those of some kind here, of the shape's kind in check-op.ts. */
export type Props = Readonly<Record<string, unknown>>;

export const setSchema = v.pipe(
  v.strictObject({
    op: v.literal("set"),
    id: shapeIdSchema,
    props: v.pipe(
      knownKeys(settableSchema),
      v.check((props) => Object.keys(props).length > 0),
    ),
    /** Per property: write it only where this tag is still its last writer. Used by undo and redo. */
    if: v.optional(knownKeys((prop) => (settableSchema(prop) === undefined ? undefined : tagSchema))),
  }),
  v.check((op) => op.if === undefined || Object.keys(op.if).every((prop) => Object.hasOwn(op.props, prop))),
);
export type SetOp = {
  readonly op: "set";
  readonly id: ShapeId;
  readonly props: Props;
  readonly if?: Readonly<Record<string, Tag>> | undefined;
};

/** The properties that this op may write on this board: those of the kind whose guard, if any, still holds. */
function writable(board: EntryReader, op: SetOp): { readonly entry: LiveEntry; readonly props: readonly string[] } | undefined {
  const entry = board.record(op.id);
  if (entry?.state !== "live") return undefined;
  const props = Object.keys(op.props).filter((prop) => {
    const guard = op.if?.[prop];
    return isSettable(entry.shape.kind, prop) && (guard === undefined || guard === tagOfProp(entry.rev, prop));
  });
  return props.length > 0 ? { entry, props } : undefined;
}

export function applySet(board: EntryTable, op: SetOp, tag: Tag): readonly ShapeId[] {
  const found = writable(board, op);
  if (found === undefined) return [];
  const written = Object.fromEntries(found.props.map((prop) => [prop, op.props[prop]]));
  // reason: checkOp has compared names and values with the kind; names are filtered above for boards that moved on.
  const shape = { ...found.entry.shape, ...written } as Shape;
  const runs = runsAfterSet(found.entry, written);
  const { runs: _, ...entry } = found.entry;
  board.put({ ...entry, shape, rev: writeTags(entry.rev, found.props, tag), ...(runs && { runs }) });
  return [op.id];
}

export function invertSet(board: EntryReader, op: SetOp, tag: Tag): readonly Restoration[] {
  const found = writable(board, op);
  if (found === undefined) return [];
  const { shape, rev } = found.entry;
  const before: Props = shape;
  return found.props.map((prop) => ({ kind: "prop", id: op.id, prop, value: before[prop], guard: tag, preTag: tagOfProp(rev, prop) }));
}
