// What a board holds per shape id: the living shape with its write tags, or a tombstone.
import { hasText, type Shape, type ShapeId, shapeIdSchema } from "@inkroom/shapes";
import * as v from "valibot";
import { checkedShapeSchema } from "./checked-shape.ts";
import { knownKeys } from "./known-keys.ts";
import { PROP_NAMES } from "./props.ts";
import { clientOf, type ClientId, clientIdSchema, type Tag, tagSchema } from "./tag.ts";
import { livingLength, textBodyOf, type TextRun, textRunsSchema } from "./text/text-body.ts";

/** Who wrote what last. `made` stands for every property that has no entry in `set`. */
export type Rev = { readonly made: Tag; readonly set: Readonly<Record<string, Tag>> };

/** A shape that is on the board, with who wrote what of it. */
export type LiveEntry = {
  readonly state: "live";
  readonly shape: Shape;
  readonly rev: Rev;
  /** Of a text that was edited by `txt`: who wrote which part of it. Absent: it was written whole by its last writer. */
  readonly runs?: readonly TextRun[] | undefined;
  /** Who put the shape on the board first, where `rev.made` is somebody else's: they have brought it back. */
  readonly by?: ClientId | undefined;
};
/** The tombstone of a shape that was deleted. */
export type DeadEntry = {
  readonly state: "dead";
  readonly id: ShapeId;
  /** The deleting transaction. */
  readonly tag: Tag;
  /** Who had made the shape, where somebody else has deleted it. */
  readonly by?: ClientId | undefined;
};
export type Entry = LiveEntry | DeadEntry;

/**
 * Stands among the tags of a text for the last transaction by which somebody typed letters into it who had not made it:
 * the tag of the text itself is only that of the very last letter.
 */
export const LETTERS = "letters";

/** For the border. `rev.set` may name properties only; values are not compared with the kind. */
export const entrySchema: v.GenericSchema<unknown, Entry> = v.variant("state", [
  v.pipe(
    v.strictObject({
      state: v.literal("live"),
      shape: checkedShapeSchema,
      rev: v.strictObject({
        made: tagSchema,
        set: knownKeys((name) => (PROP_NAMES.has(name) || name === LETTERS ? tagSchema : undefined)),
      }),
      runs: v.optional(textRunsSchema),
      by: v.optional(clientIdSchema),
    }),
    v.check(({ shape, runs }) => fitsRuns(shape, runs)),
  ),
  v.strictObject({ state: v.literal("dead"), id: shapeIdSchema, tag: tagSchema, by: v.optional(clientIdSchema) }),
]);

export function idOfEntry(entry: Entry): ShapeId {
  return entry.state === "live" ? entry.shape.id : entry.id;
}

/** The last writer of a property. `parent` and `index` are always written together. */
export function tagOfProp(rev: Rev, prop: string): Tag {
  return rev.set[prop] ?? rev.made;
}

/** The tags with `props` written by `tag`. */
export function writeTags(rev: Rev, props: Iterable<string>, tag: Tag): Rev {
  const set: Record<string, Tag> = { ...rev.set };
  for (const prop of props) set[prop] = tag;
  return { made: rev.made, set };
}

/** Who put the shape on the board first, whoever has deleted it and brought it back since. Nobody can write it: it follows from the log. */
export function makerOf(entry: Entry): ClientId {
  return entry.by ?? clientOf(entry.state === "live" ? entry.rev.made : entry.tag);
}

/** What an entry written by `tag` says of a maker: nothing where that is who writes. */
export function madeBy(maker: ClientId, tag: Tag): { readonly by?: ClientId } {
  return maker === clientOf(tag) ? {} : { by: maker };
}

/** True where `client` was the last to write every property, and nobody else has typed into it since it was made. */
export function isAllBy({ rev }: Pick<LiveEntry, "rev">, client: ClientId): boolean {
  return clientOf(rev.made) === client && Object.values(rev.set).every((tag) => clientOf(tag) === client);
}

/** True where the runs stand for the shape's text, or there are none. */
export function fitsRuns(shape: Shape, runs: readonly TextRun[] | undefined): boolean {
  return runs === undefined || (hasText(shape) && livingLength(runs) === shape.text.length);
}

/** The runs of an entry of which a property is written whole: another text is a new one, the same text stays what it was. */
export function runsAfterSet(entry: LiveEntry, props: Readonly<Record<string, unknown>>): readonly TextRun[] | undefined {
  if (!hasText(entry.shape) || !Object.hasOwn(props, "text")) return entry.runs;
  return props["text"] === entry.shape.text ? textBodyOf(entry)?.runs : undefined;
}
