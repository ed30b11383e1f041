// Strokes that others are drawing at this moment: the points that have come as drafts and are not in the record yet.
// Parts are kept in order of their offset until the record has grown past them; a part behind a hole waits for the record.
import { type EntryReader, isSameList } from "@inkroom/model";
import { type DrawShape, pointsIn, type ShapeId, skipPoints } from "@inkroom/shapes";
import { draftTip } from "./draft-tip.ts";
import { Listeners } from "./listeners.ts";
import type { CursorPoint } from "./peer-store.ts";

type Part = { readonly off: number; readonly bytes: Uint8Array };
type Draft = { readonly peer: number; parts: Part[]; tail: Uint8Array };

/** More parts than this for one stroke mean that its record does not keep up; newer ones are then left out. */
const MAX_PARTS = 256;
/** Strokes of one peer at a time. */
const MAX_DRAFTS_PER_PEER = 8;
const NOTHING = new Uint8Array();

export class DraftStore {
  readonly #view: EntryReader;
  readonly #drafts = new Map<ShapeId, Draft>();
  /** The stroke each peer has last named. */
  readonly #current = new Map<number, ShapeId>();
  readonly #changes = new Listeners<ReadonlySet<ShapeId>>();

  constructor(view: EntryReader) {
    this.#view = view;
  }

  /** Packed points that continue the stroke from the record's last point; undefined where there are none. */
  tail(id: ShapeId): Uint8Array | undefined {
    const tail = this.#drafts.get(id)?.tail;
    return tail === undefined || tail.length === 0 ? undefined : tail;
  }

  /** The strokes that have a tail. */
  ids(): readonly ShapeId[] {
    return [...this.#drafts].filter(([, { tail }]) => tail.length > 0).map(([id]) => id);
  }

  /** Where this peer's pen is; undefined where none of its strokes is known to be under way. */
  penOf(peer: number): CursorPoint | undefined {
    const id = this.#current.get(peer);
    const record = id === undefined ? undefined : this.#view.record(id);
    const draft = id === undefined ? undefined : this.#drafts.get(id);
    if (draft?.peer !== peer || record?.state !== "live" || record.shape.kind !== "draw") return undefined;
    return draftTip(record.shape, draft.tail);
  }

  /** Called with the strokes whose tail is another one now. */
  subscribe(listener: (ids: ReadonlySet<ShapeId>) => void): () => void {
    return this.#changes.add(listener);
  }

  /** `off`: number of the first point in `bytes`. Without id it continues the stroke the peer has last named. */
  receive(peer: number, off: number, bytes: Uint8Array, named?: ShapeId): void {
    const id = named ?? this.#current.get(peer);
    if (id === undefined) return;
    this.#current.set(peer, id);
    const draft = this.#drafts.get(id) ?? this.#begin(peer, id);
    if (draft.peer !== peer || draft.parts.length >= MAX_PARTS) return;
    draft.parts.push({ off, bytes });
    draft.parts.sort((a, b) => a.off - b.off);
    this.#report(this.#update([id]));
  }

  /** The board has changed: tails shrink by what the records have gained. */
  follow(touched: Iterable<ShapeId>): void {
    this.#report(this.#update(touched));
  }

  leave(peer: number): void {
    this.#current.delete(peer);
    this.#report(this.#remove(([, draft]) => draft.peer === peer));
  }

  clear(): void {
    this.#current.clear();
    this.#report(this.#remove(() => true));
  }

  #begin(peer: number, id: ShapeId): Draft {
    const own = [...this.#drafts].filter(([, draft]) => draft.peer === peer).map(([other]) => other);
    const surplus = new Set(own.slice(0, Math.max(0, own.length - MAX_DRAFTS_PER_PEER + 1)));
    this.#report(this.#remove(([other]) => surplus.has(other)));
    const draft: Draft = { peer, parts: [], tail: NOTHING };
    this.#drafts.set(id, draft);
    return draft;
  }

  #update(ids: Iterable<ShapeId>): Set<ShapeId> {
    const changed = new Set<ShapeId>();
    for (const id of ids) {
      const draft = this.#drafts.get(id);
      if (draft === undefined) continue;
      const before = draft.tail;
      const record = this.#view.record(id);
      if (record === undefined) draft.tail = NOTHING;
      else if (record.state === "live" && record.shape.kind === "draw" && !record.shape.done) fit(draft, record.shape);
      else {
        this.#drafts.delete(id);
        draft.tail = NOTHING;
      }
      if (!isSameList(before, draft.tail)) changed.add(id);
    }
    return changed;
  }

  #remove(test: (entry: readonly [ShapeId, Draft]) => boolean): Set<ShapeId> {
    const removed = [...this.#drafts].filter(test);
    for (const [id] of removed) this.#drafts.delete(id);
    return new Set(removed.filter(([, { tail }]) => tail.length > 0).map(([id]) => id));
  }

  #report(changed: ReadonlySet<ShapeId>): void {
    if (changed.size > 0) this.#changes.call(changed);
  }
}

/** Drops the parts that the record has, and joins those that follow it without a hole. */
function fit(draft: Draft, { count, pressure }: DrawShape): void {
  draft.parts = draft.parts.filter(({ off, bytes }) => {
    const points = pointsIn(bytes, pressure);
    return points !== undefined && off + points > count;
  });
  let at = count;
  const pieces: Uint8Array[] = [];
  for (const { off, bytes } of draft.parts) {
    if (off > at) break;
    const end = off + (pointsIn(bytes, pressure) ?? 0);
    if (end <= at) continue;
    pieces.push(skipPoints(bytes, at - off, pressure));
    at = end;
  }
  draft.tail = join(pieces);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
