// What a link allows that lets people add: their own shapes, and nothing of what others have made. Who has made what follows from the
// log (makerOf); a frame and the paper are the board's, whoever has made them: they hold and print what is everybody's.
import { PAGE_ID, type Shape, type ShapeId } from "@inkroom/shapes";
import { applyOp } from "./apply.ts";
import type { EntryReader } from "./board.ts";
import type { OwnGuard } from "./board-store.ts";
import { BoardOverlay } from "./board-overlay.ts";
import { makerOf } from "./entry.ts";
import type { Op } from "./ops/op.ts";
import { clientOf, type ClientId, type Tag } from "./tag.ts";

/** Is this client one of the person's own? */
export type Owns = (client: ClientId) => boolean;

/** True where `owns` may change the shape: it is their own, or not there (then nothing comes of it). */
export function isOwnShape(board: EntryReader, id: ShapeId, owns: Owns): boolean {
  const entry = board.record(id);
  return entry?.state !== "live" || (!isOfTheBoard(entry.shape) && owns(makerOf(entry)));
}

/** True for an op that changes nothing of what others have made. What somebody else has deleted stays so. */
export function isOwnWork(board: EntryReader, op: Op, owns: Owns): boolean {
  switch (op.op) {
    case "add":
      return !isOfTheBoard(op.shape) && mayHold(board, op.shape.parent, owns);
    case "restore": {
      const entry = board.record(op.shape.id);
      const isOwn = entry?.state !== "dead" || (owns(makerOf(entry)) && owns(clientOf(entry.tag)));
      return isOwn && !isOfTheBoard(op.shape) && mayHold(board, op.shape.parent, owns);
    }
    case "del":
      return op.ids.every((id) => isOwnShape(board, id, owns));
    case "mv":
      return isOwnShape(board, op.id, owns) && mayHold(board, op.parent, owns);
    case "pts":
    case "set":
    case "txt":
      return isOwnShape(board, op.id, owns);
    default:
      return op satisfies never;
  }
}

/** The part of `ops`, to be written by `tag`, that is own work; of a `del` the own shapes. The rest is what follows from it for others. */
export function ownPart(board: EntryReader, ops: readonly Op[], tag: Tag, owns: Owns): readonly Op[] {
  const ahead = new BoardOverlay(board);
  const own: Op[] = [];
  for (const op of ops) {
    const part = op.op === "del" ? { ...op, ids: op.ids.filter((id) => isOwnShape(ahead, id, owns)) } : op;
    if ((part.op === "del" && part.ids.length === 0) || !isOwnWork(ahead, part, owns)) continue;
    applyOp(ahead, part, tag);
    own.push(part);
  }
  return own;
}

/** For a store: what keeps a person to what `owns` says is theirs. */
export function ownGuard(owns: Owns): OwnGuard {
  return {
    isForeign: (view, id) => !isOwnShape(view, id, owns),
    part: (view, ops, tag) => ownPart(view, ops, tag, owns),
  };
}

function isOfTheBoard({ kind }: Pick<Shape, "kind">): boolean {
  return kind === "frame" || kind === "paper";
}

/** The page and any frame take in what is new; a group only what its own maker puts there. */
function mayHold(board: EntryReader, parent: ShapeId, owns: Owns): boolean {
  const entry = parent === PAGE_ID ? undefined : board.record(parent);
  return entry?.state !== "live" || entry.shape.kind === "frame" || owns(makerOf(entry));
}
