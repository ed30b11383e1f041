// PORT: how editor and canvas see the board. Implemented by the replica in sync, and by a plain store in tests.
import type { Shape, ShapeId } from "@inkroom/shapes";
import type { EntryReader } from "./board.ts";
import type { Entry, LiveEntry } from "./entry.ts";
import type { Op } from "./ops/op.ts";
import type { ClientId, Tag } from "./tag.ts";

/** A read-only look at a board. Shapes are immutable; compare them by identity to see whether they changed. */
export type BoardView = {
  get(id: ShapeId): Shape | undefined;
  /** The shape with its write tags. */
  entry(id: ShapeId): LiveEntry | undefined;
  /** The entry of an id, tombstones included. */
  record(id: ShapeId): Entry | undefined;
  /** Living shapes in no particular order. */
  shapes(): Iterable<Shape>;
  readonly size: number;
};

export type BoardChange = {
  /** Ids whose entry differs from before: added, edited, deleted or revived. */
  readonly touched: ReadonlySet<ShapeId>;
  /**
   * `local`: this tab's own commit. `remote`: from the room. `part`: from the room too, of a board that is still coming in:
   * much at once, and more to follow. `reset`: the whole board was replaced.
   */
  readonly origin: "local" | "remote" | "part" | "reset";
};

/** What keeps a person to their own work, where their link lets them add only. */
export type OwnGuard = {
  /** True for a shape that they may not change. */
  isForeign(view: EntryReader, id: ShapeId): boolean;
  /** The part of ops, to be written by `tag`, that the room would take. */
  part(view: EntryReader, ops: readonly Op[], tag: Tag): readonly Op[];
};

export interface BoardStore {
  /** The board as this person sees it: the server's state with the own pending transactions on top. */
  readonly view: BoardView;
  readonly client: ClientId;
  /** The number the next `commit` will use as `n`; with `client` it gives the tag of what will be written. */
  readonly nextN: number;
  /** False where nothing may be committed (view link, closed board). `commit` then throws. */
  readonly canEdit: boolean;
  /** Undefined where whoever may edit may change everything. */
  readonly guard?: OwnGuard | undefined;
  /** Applies the ops at once as one transaction and queues it for the room. Returns its `n`. */
  commit(ops: readonly Op[]): number;
  /**
   * A shape as it would be had nobody deleted it, with what others wrote before they heard of that: for undo, and for
   * whoever wants a lost edit back (`restore` it). Undefined where it was never here, or too long ago.
   */
  lastLife(id: ShapeId): LiveEntry | undefined;
  /**
   * Called where own transactions that the room has not decided get other numbers, and so other tags: old ones to new ones.
   * A history that names old ones has to follow.
   */
  onRenumbered(listener: (tags: ReadonlyMap<Tag, Tag>) => void): () => void;
  /** Called after each change; several of one tick are not merged. Returns the unsubscribe function. */
  subscribe(listener: (change: BoardChange) => void): () => void;
}
