// Transactions that get other numbers, because the room does not know the ones they had: what names their tags follows,
// and what names the units of a text that they wrote, whose clocks begin at their numbers (text/text-body.ts).
import type { Op } from "./ops/op.ts";
import type { TxtOp } from "./ops/txt.ts";
import type { Restoration } from "./restoration.ts";
import { clientOf, type Tag, tagOf } from "./tag.ts";
import { CLOCKS_PER_TXN, type TextUnit } from "./text/text-body.ts";

/** Old tags to new ones, all of one client. */
type Tags = ReadonlyMap<Tag, Tag>;

/** A step of a history (see BoardStore.onRenumbered). */
export function renumber(step: readonly Restoration[], tags: Tags): readonly Restoration[] {
  const now = (tag: Tag): Tag => tags.get(tag) ?? tag;
  const units = <U extends TextUnit>(list: readonly U[]): readonly U[] => list.map((unit) => moved(unit, tags));
  return step.map((item): Restoration => {
    if (item.kind === "remove") return { ...item, tag: now(item.tag) };
    if (item.kind === "text") {
      const preTags = item.preTags && { text: now(item.preTags.text), box: now(item.preTags.box) };
      const boxGuard = item.boxGuard && now(item.boxGuard);
      return { ...item, made: units(item.made), lost: units(item.lost), guard: now(item.guard), boxGuard, preTags };
    }
    if (item.kind !== "revive") return { ...item, guard: now(item.guard), preTag: now(item.preTag) };
    const set = Object.fromEntries(Object.entries(item.rev.set).map(([prop, tag]) => [prop, now(tag)]));
    const typed = item.typed && { made: units(item.typed.made), lost: units(item.typed.lost) };
    return { ...item, tag: now(item.tag), rev: { made: now(item.rev.made), set }, runs: item.runs && units(item.runs), typed };
  });
}

/** An op of such a transaction. */
export function renumberOp(op: Op, tags: Tags): Op {
  const guard = (tag: Tag): Tag => tags.get(tag) ?? tag;
  switch (op.op) {
    case "mv":
      return op.if === undefined ? op : { ...op, if: guard(op.if) };
    case "restore":
      return { ...op, ...(op.if && { if: guard(op.if) }), ...(op.runs && { runs: op.runs.map((run) => moved(run, tags)) }) };
    case "set":
      return op.if === undefined ? op : { ...op, if: Object.fromEntries(Object.entries(op.if).map(([prop, tag]) => [prop, guard(tag)])) };
    case "txt":
      return renumberTxt(op, tags);
    default:
      return op;
  }
}

/** Absent fields stay absent: the op goes onto the wire as it is. */
function renumberTxt(op: TxtOp, tags: Tags): Op {
  const { ins, del, live } = op;
  const [first] = tags.keys();
  if (first === undefined) return op;
  const own = ins && {
    ...ins,
    at: moved({ by: clientOf(first), at: ins.at }, tags).at,
    ...(ins.left && { left: moved(ins.left, tags) }),
    ...(ins.right && { right: moved(ins.right, tags) }),
  };
  return {
    ...op,
    ...(own && { ins: own }),
    ...(del && { del: del.map((range) => moved(range, tags)) }),
    ...(live && { live: live.map((piece) => moved(piece, tags)) }),
  };
}

/** A unit, or several from one on, under the number that its transaction has now. */
function moved<U extends TextUnit>(unit: U, tags: Tags): U {
  const n = Math.floor(unit.at / CLOCKS_PER_TXN);
  const tag = tags.get(tagOf(unit.by, n));
  if (tag === undefined) return unit;
  return { ...unit, at: unit.at + (Number(tag.slice(tag.lastIndexOf(".") + 1)) - n) * CLOCKS_PER_TXN };
}
