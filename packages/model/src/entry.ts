// What a board holds per shape id: the living shape with its write tags, or a tombstone.
import type { Shape, ShapeId } from "@inkroom/shapes";
import type { Tag } from "./tag.ts";

/** Who wrote what last. `made` stands for every property that has no entry in `set`. */
export type Rev = { readonly made: Tag; readonly set: Readonly<Record<string, Tag>> };

export type LiveEntry = { readonly state: "live"; readonly shape: Shape; readonly rev: Rev };
export type DeadEntry = { readonly state: "dead"; readonly id: ShapeId; /** The deleting transaction. */ readonly tag: Tag };
export type Entry = LiveEntry | DeadEntry;
