// Transactions that get other numbers, because the room does not know the ones they had: what names their tags follows.
import type { Op } from "./ops/op.ts";
import type { Restoration } from "./restoration.ts";
import type { Tag } from "./tag.ts";

/** A step of a history (see BoardStore.onRenumbered). */
export function renumber(step: readonly Restoration[], tags: ReadonlyMap<Tag, Tag>): readonly Restoration[] {
  const now = (tag: Tag): Tag => tags.get(tag) ?? tag;
  return step.map((item): Restoration => {
    if (item.kind === "remove") return { ...item, tag: now(item.tag) };
    if (item.kind === "text") {
      const preTags = item.preTags && { text: now(item.preTags.text), box: now(item.preTags.box) };
      return { ...item, guard: now(item.guard), preTags };
    }
    if (item.kind !== "revive") return { ...item, guard: now(item.guard), preTag: now(item.preTag) };
    const set = Object.fromEntries(Object.entries(item.rev.set).map(([prop, tag]) => [prop, now(tag)]));
    return { ...item, tag: now(item.tag), rev: { made: now(item.rev.made), set } };
  });
}

/** An op whose guards may name such transactions. */
export function renumberOp(op: Op, tags: ReadonlyMap<Tag, Tag>): Op {
  if ((op.op === "mv" || op.op === "restore") && op.if !== undefined) return { ...op, if: tags.get(op.if) ?? op.if };
  if (op.op !== "set" || op.if === undefined) return op;
  return { ...op, if: Object.fromEntries(Object.entries(op.if).map(([prop, tag]) => [prop, tags.get(tag) ?? tag])) };
}
