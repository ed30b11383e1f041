// The last lives of deleted shapes. Delete wins on the board, but what others wrote meanwhile is not thrown away: it goes on
// to the shape as it was when it was deleted, so that whoever brings it back brings that back too. A graveyard follows a
// board from outside and is no part of it: a tombstone stays a few bytes, and boards are equal with or without one.
import type { ShapeId } from "@inkroom/shapes";
import { applyOp } from "./apply.ts";
import type { EntryReader, EntryTable } from "./board.ts";
import { BoardOverlay } from "./board-overlay.ts";
import type { LiveEntry } from "./entry.ts";
import { deletable } from "./ops/del.ts";
import type { Op } from "./ops/op.ts";
import type { Tag } from "./tag.ts";
import { tagOfTxn, type Txn } from "./txn.ts";

/** Lives kept; the one buried first is forgotten first. */
const MAX_LIVES = 2_000;

/** The last lives of the shapes that were deleted on one board, at most 2,000; it has to be told of each op (`follow`) or death (`bury`). */
export class Graveyard {
  readonly #lives = new Map<ShapeId, LiveEntry>();

  /** The shape as it would be had nobody deleted it. */
  lifeOf(id: ShapeId): LiveEntry | undefined {
    return this.#lives.get(id);
  }

  bury(entry: LiveEntry): void {
    this.#lives.set(entry.shape.id, entry);
    const [oldest] = this.#lives.keys();
    if (this.#lives.size > MAX_LIVES && oldest !== undefined) this.#lives.delete(oldest);
  }

  /** Notes what `op`, written by `tag`, means for the dead. To be called before the op is applied to `board`. */
  follow(board: EntryReader, op: Op, tag: Tag): void {
    switch (op.op) {
      case "del":
        for (const entry of deletable(board, op, tag)) this.bury(entry);
        return;
      case "add":
      case "restore":
        this.#lives.delete(op.shape.id);
        return;
      default: {
        const life = board.record(op.id)?.state === "dead" ? this.#lives.get(op.id) : undefined;
        if (life !== undefined) applyOp(this.#asIfAlive(board, life), op, tag);
      }
    }
  }

  #asIfAlive(board: EntryReader, life: LiveEntry): EntryTable {
    return {
      record: (id) => (id === life.shape.id ? life : board.record(id)),
      put: (entry) => {
        if (entry.state === "live") this.#lives.set(life.shape.id, entry);
      },
    };
  }
}

/** The last life of `id` on `base` with `pending` on top: what a restore should bring back. `graves` has followed the base. */
export function lifeAhead(base: EntryReader, graves: Graveyard, pending: Iterable<Txn>, id: ShapeId): LiveEntry | undefined {
  const ahead = new BoardOverlay(base);
  const own = new Graveyard();
  const buried = graves.lifeOf(id);
  if (buried !== undefined) own.bury(buried);
  for (const txn of pending) {
    for (const op of txn.ops) {
      if (!namesShape(op, id)) continue;
      own.follow(ahead, op, tagOfTxn(txn));
      applyOp(ahead, op, tagOfTxn(txn));
    }
  }
  return ahead.record(id)?.state === "dead" ? own.lifeOf(id) : undefined;
}

function namesShape(op: Op, id: ShapeId): boolean {
  if (op.op === "del") return op.ids.includes(id);
  return (op.op === "add" || op.op === "restore" ? op.shape.id : op.id) === id;
}
