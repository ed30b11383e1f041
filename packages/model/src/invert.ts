// Undo: what a transaction took away (invertTxn), how to give it back (restorationOps), and how the rest of a history
// keeps up (retag). A history keeps stacks of steps; a step is a normalised Restoration[]: per shape either one
// `remove` (and what was typed into it), or one `revive`, or properties, place and text. The order of use, for undo and redo alike:
//
//   const performed = applicable(view, step, lifeOf);       // what nobody else has written over
//   const ops = restorationOps(performed);                  // nothing to do? drop the step, take the next one
//   const inverse = invertTxn(view, ops, tag, performed);   // BEFORE committing; the step for the other stack
//   commit(ops);                                            // writes under `tag` = tagOf(client, nextN)
//   both stacks: step = retag(step, performed, tag);        // then push `inverse` on the other stack
//
// For an edit: step = mergeRestorations(step, invertTxn(view, ops, tag)) per commit of one gesture.
import { hasText, type Shape, type ShapeId, textBoxNames, type TextBearing } from "@inkroom/shapes";
import { applyOp } from "./apply.ts";
import { BoardOverlay } from "./board-overlay.ts";
import type { EntryReader } from "./board.ts";
import { isAllBy, type LiveEntry, type Rev, tagOfProp } from "./entry.ts";
import { invertAdd } from "./ops/add.ts";
import { invertDel } from "./ops/del.ts";
import { invertMv } from "./ops/mv.ts";
import type { Op } from "./ops/op.ts";
import { invertRestore } from "./ops/restore.ts";
import { invertSet } from "./ops/set.ts";
import { invertTxt, textBoxOf, txtProps } from "./ops/txt.ts";
import type { PlaceRestoration, PropRestoration, Restoration, ReviveRestoration, TextRestoration } from "./restoration.ts";
import { clientOf, type Tag } from "./tag.ts";
import { hasNewUnitsOfOthers, textBodyOf } from "./text/text-body.ts";
import { applicableTextStep, bodyBefore, editsOfUndo, mergeTextSteps } from "./text/text-undo.ts";

/** The last life of a deleted shape, as far as it is known: see Graveyard and BoardStore. */
type LifeOf = (id: ShapeId) => LiveEntry | undefined;

/**
 * What `ops`, written under `tag`, will take away from `view`. Call it before they are applied. `performed`: what they give
 * back, where they are an undo or a redo. A text that was unmade and comes back with what others have typed into it meanwhile
 * is not taken away again; one that was deleted by hand is, as its redo leaves what was there before the undo.
 */
export function invertTxn(view: EntryReader, ops: readonly Op[], tag: Tag, performed: readonly Restoration[] = []): readonly Restoration[] {
  const ahead = new BoardOverlay(view);
  let step: readonly Restoration[] = [];
  for (const op of ops) {
    step = mergeRestorations(step, invertOp(ahead, op, tag));
    applyOp(ahead, op, tag);
  }
  const performedLives = new Map(performed.flatMap((item) => (item.kind === "revive" || item.kind === "remove" ? [[item.id, item]] : [])));
  return step.flatMap((item): readonly Restoration[] => {
    const done = performedLives.get(item.id);
    if (item.kind === "remove" && done?.kind === "revive") return done.hasGuests ? [] : [{ ...item, byHand: done.byHand }];
    return item.kind === "revive" && done?.kind === "remove" ? [{ ...item, byHand: done.byHand }] : [item];
  });
}

function invertOp(board: EntryReader, op: Op, tag: Tag): readonly Restoration[] {
  switch (op.op) {
    case "add":
      return invertAdd(board, op, tag);
    case "restore":
      return invertRestore(board, op, tag);
    case "del":
      return invertDel(board, op, tag);
    case "mv":
      return invertMv(board, op, tag);
    case "set":
      return invertSet(board, op, tag);
    case "pts":
      return [];
    case "txt":
      return invertTxt(board, op, tag);
    default:
      return op satisfies never;
  }
}

/** One step out of two that follow each other: what both together took away. The result is normalised. */
export function mergeRestorations(step: readonly Restoration[], next: readonly Restoration[]): readonly Restoration[] {
  const merged = new Map(step.map((item) => [keyOf(item), item]));
  for (const item of next) {
    const life = merged.get(item.id);
    if (life?.kind === "revive" || (life?.kind === "remove" && item.kind !== "text")) continue;
    if (item.kind === "remove") merged.set(keyOf(item), item);
    else if (item.kind === "revive") mergeRevive(merged, item);
    else if (item.kind === "text") mergeTyped(merged, item);
    else merged.set(keyOf(item), mergeWrite(merged.get(keyOf(item)), item));
  }
  return [...merged.values()];
}

function keyOf(item: Restoration): string {
  if (item.kind === "prop") return `${item.id}/${item.prop}`;
  if (item.kind === "text") return `${item.id}/~`;
  return item.kind === "place" ? `${item.id}//` : item.id;
}

/** Which side of a box of words a property is. */
const BOX_SIDES: ReadonlyMap<string, "w" | "h"> = new Map([
  ["w", "w"],
  ["h", "h"],
  ["textW", "w"],
  ["textH", "h"],
]);

/** A box that was written in the same step is written over by what is typed: both are undone to what was before the step. */
function mergeTyped(merged: Map<string, Restoration>, item: TextRestoration): void {
  let { box } = item;
  for (const prop of txtProps(item)) {
    const key = `${item.id}/${prop}`;
    const written = merged.get(key);
    if (prop === "text" || written?.kind !== "prop" || written.guard !== item.preTags?.box) continue;
    merged.set(key, { ...written, guard: item.guard });
    const side = BOX_SIDES.get(prop);
    if (side !== undefined) box = { ...box, [side]: Number(written.value) };
  }
  merged.set(keyOf(item), mergeText(merged.get(keyOf(item)), { ...item, box }));
}

/** Units are taken back one by one; the box only to what it was before the first of an unbroken row of own writes. */
function mergeText(earlier: Restoration | undefined, later: TextRestoration): TextRestoration {
  if (earlier?.kind !== "text") return later;
  const isUnbroken = earlier.guard === later.preTags?.text || earlier.guard === later.guard;
  const first = isUnbroken ? earlier : later;
  return { ...later, ...mergeTextSteps(earlier, later), box: first.box, preTags: first.preTags };
}

/** Two writes of my own without a foreign one between them undo to the state before the first; else only the last counts. */
function mergeWrite<Item extends PlaceRestoration | PropRestoration>(earlier: Restoration | undefined, later: Item): Item {
  // reason: both have the same key, hence the same kind.
  const first = earlier as Item | undefined;
  return first?.guard === later.preTag || first?.guard === later.guard ? { ...first, guard: later.guard } : later;
}

/** A shape that was written and then deleted in one step comes back as it was before the writes. */
function mergeRevive(merged: Map<string, Restoration>, revive: ReviveRestoration): void {
  let { shape, rev, runs, typed } = revive;
  // The latest first: what was written over a text is off before its box is looked at.
  for (const [key, item] of [...merged].toReversed()) {
    if (item.id === revive.id && item.kind === "text") {
      merged.delete(key);
      ({ shape, rev, runs, typed } = beforeText({ ...revive, shape, rev, runs }, item));
    }
    if (item.id !== revive.id || (item.kind !== "prop" && item.kind !== "place")) continue;
    merged.delete(key);
    const before: Readonly<Record<string, unknown>> =
      item.kind === "prop" ? { [item.prop]: item.value } : { parent: item.parent, index: item.index };
    const names = Object.keys(before);
    if (names.some((name) => tagOfProp(rev, name) !== item.guard)) continue;
    // reason: the values were read from this very shape.
    shape = { ...shape, ...before } as Shape;
    rev = { made: rev.made, set: { ...rev.set, ...Object.fromEntries(names.map((name) => [name, item.preTag])) } };
  }
  merged.set(keyOf(revive), { ...revive, shape, rev, runs, typed });
}

/** The shape of `revive` without what was typed. Its box follows where nobody else has written it meanwhile. */
function beforeText(revive: ReviveRestoration, item: TextRestoration): ReviveRestoration {
  const body = textBodyOf(revive);
  if (body === undefined || !hasText(revive.shape)) return revive;
  const { text, runs } = bodyBefore(body, item);
  const { preTags, made, lost } = item;
  const isWhole = preTags !== undefined && isBoxOf(revive.shape, revive.rev, item);
  const before = txtProps(item).map((prop) => [prop, prop === "text" ? preTags?.text : preTags?.box]);
  const rev = isWhole ? { made: revive.rev.made, set: { ...revive.rev.set, ...Object.fromEntries(before) } } : revive.rev;
  return {
    ...revive,
    runs,
    rev,
    typed: { made, lost },
    shape: { ...revive.shape, text, ...(isWhole && namedBox(revive.shape, item.box)) },
  };
}

/**
 * The part of a step that can be given back now: written last by me, removed shapes untouched by others, deleted ones
 * deleted by me and by nobody else. What others wrote on a shape before they heard that it was deleted comes back with it.
 */
export function applicable(view: EntryReader, step: readonly Restoration[], lifeOf: LifeOf = () => undefined): readonly Restoration[] {
  const removed = new Set<ShapeId>();
  return step.flatMap((item): readonly Restoration[] => {
    const entry = view.record(item.id);
    if (item.kind === "revive") return entry?.state === "dead" && entry.tag === item.tag ? [withLife(item, lifeOf(item.id))] : [];
    if (entry?.state !== "live" || removed.has(item.id)) return [];
    if (item.kind === "text") return applicableText(entry, item);
    if (item.kind !== "remove") return tagOfProp(entry.rev, item.kind === "prop" ? item.prop : "index") === item.guard ? [item] : [];
    if (!isAllBy(entry, clientOf(item.tag))) return [];
    removed.add(item.id);
    return [item];
  });
}

function applicableText(entry: LiveEntry, item: TextRestoration): readonly TextRestoration[] {
  const body = textBodyOf(entry);
  if (body === undefined || !hasText(entry.shape)) return [];
  const left = applicableTextStep(body, item);
  if (left.made.length + left.lost.length === 0) return [];
  const isWhole = isBoxOf(entry.shape, entry.rev, item);
  return [isWhole ? { ...item, ...left } : { ...item, ...left, box: textBoxOf(entry.shape), preTags: undefined }];
}

/** True where nobody has written the text or its box since the step. */
function isBoxOf(shape: TextBearing, rev: Rev, { guard, boxGuard = guard }: TextRestoration): boolean {
  return tagOfProp(rev, "text") === guard && tagOfProp(rev, textBoxNames(shape)[0]) === boxGuard;
}

function namedBox(shape: TextBearing, { w, h }: TextRestoration["box"]): Readonly<Record<string, number>> {
  const [width, height] = textBoxNames(shape);
  return { [width]: w, [height]: h };
}

/** The shape of the last life, but for what my own step has changed on it: there the state before the step counts. */
function withLife(item: ReviveRestoration, life: LiveEntry | undefined): ReviveRestoration {
  if (life === undefined) return item;
  const client = clientOf(item.tag);
  const before: Readonly<Record<string, unknown>> = item.shape;
  const own = Object.keys(before).filter((prop) => {
    const tag = tagOfProp(life.rev, prop);
    return clientOf(tag) === client && tag !== tagOfProp(item.rev, prop);
  });
  // reason: both are lives of one shape, of one kind.
  const shape = { ...life.shape, ...Object.fromEntries(own.map((prop) => [prop, before[prop]])) } as Shape;
  const set = { ...life.rev.set, ...Object.fromEntries(own.map((prop) => [prop, tagOfProp(item.rev, prop)])) };
  if (!hasText(shape)) return { ...item, shape, rev: { made: life.rev.made, set } };
  const body = textBodyOf(life);
  const known = textBodyOf(item);
  const isShared = item.byHand === undefined && body !== undefined && known !== undefined && hasNewUnitsOfOthers(known, body, client);
  const revived = { ...item, shape, rev: { made: life.rev.made, set }, hasGuests: isShared ? (true as const) : undefined };
  if (item.typed === undefined || body === undefined) return { ...revived, runs: own.includes("text") ? item.runs : life.runs };
  // What others typed stays among the letters, whoever was the last to type.
  const { text, runs } = bodyBefore(body, item.typed);
  return { ...revived, shape: { ...shape, text }, runs };
}

/** The ops that give back what `performed`, the applicable part of a step, holds; the guards travel along for the room to check again. */
export function restorationOps(performed: readonly Restoration[]): readonly Op[] {
  const removed = performed.filter((item) => item.kind === "remove").map((item) => item.id);
  const ops: Op[] = [];
  for (let at = 0; at < removed.length; at += IDS_PER_DEL) ops.push({ op: "del", ids: removed.slice(at, at + IDS_PER_DEL), mine: true });
  for (const item of performed)
    if (item.kind === "revive") ops.push({ op: "restore", shape: item.shape, if: item.tag, ...restoredRuns(item) });
  // Behind what comes back: a parent that is not there yet takes no children.
  for (const item of performed)
    if (item.kind === "place") ops.push({ op: "mv", id: item.id, parent: item.parent, index: item.index, if: item.guard });
  const props = performed.filter((item) => item.kind === "prop");
  for (const [id, list] of Map.groupBy(props, (item): ShapeId => item.id)) {
    ops.push({
      op: "set",
      id,
      props: Object.fromEntries(list.map((item) => [item.prop, item.value])),
      if: Object.fromEntries(list.map((item) => [item.prop, item.guard])),
    });
  }
  // Behind the properties: a txt writes the tags of the box, by which those are guarded.
  for (const item of performed)
    if (item.kind === "text") for (const edit of editsOfUndo(item)) ops.push({ op: "txt", id: item.id, ...item.box, ...edit });
  return ops;
}

/** With more runs a long text would not fit into one op. It then comes back as a text that was written whole. */
const MAX_RESTORED_RUNS = 500;

function restoredRuns({ runs }: ReviveRestoration): Pick<ReviveRestoration, "runs"> {
  return runs !== undefined && runs.length <= MAX_RESTORED_RUNS ? { runs } : {};
}

/** Ids in one `del` of an undo, well under the op's limit and size. */
const IDS_PER_DEL = 500;

/**
 * A remaining step after `performed` was written back under `newTag`: what the performed items had made visible again
 * now carries that tag instead of the one it was first written with. A shape that came back with what others wrote is
 * no longer taken away by undoing that I made it.
 */
export function retag(step: readonly Restoration[], performed: readonly Restoration[], newTag: Tag): readonly Restoration[] {
  const done = new Map(performed.map((item) => [keyOf(item), item]));
  return step.flatMap((item): readonly Restoration[] => {
    const life = done.get(item.id);
    if (item.kind === "remove" && life?.kind === "revive") return isAllBy(life, clientOf(newTag)) ? [item] : [];
    if (item.kind === "text") return [retagText(item, done, newTag)];
    if (item.kind === "prop" && isTextProp(item.prop) && followsText(item, done)) return [{ ...item, guard: newTag }];
    if (item.kind !== "prop" && item.kind !== "place") return [item];
    const write = done.get(keyOf(item));
    const revivedTag = life?.kind === "revive" ? tagOfProp(life.rev, item.kind === "prop" ? item.prop : "index") : undefined;
    const writtenTag = write?.kind === "prop" || write?.kind === "place" ? write.preTag : undefined;
    return [item.guard === revivedTag || item.guard === writtenTag ? { ...item, guard: newTag } : item];
  });
}

/**
 * What a typed text has written over besides its letters, without changing it: the box, where that was left to others, and what it
 * was measured for. `typed`: as invertTxn gives it for ops under `tag`. For retag.
 */
export function writtenOver(typed: readonly Restoration[], tag: Tag): readonly PropRestoration[] {
  return typed.flatMap((item) => {
    const { id } = item;
    const preTag = item.kind === "text" ? item.preTags?.box : undefined;
    if (item.kind !== "text" || preTag === undefined) return [];
    return txtProps(item).flatMap((prop) =>
      prop === "text" ? [] : [{ kind: "prop" as const, id, prop, value: undefined, guard: tag, preTag }],
    );
  });
}

/** The letters of a text and its box are made visible again by different steps: the box also by those that have resized it. */
function retagText(item: TextRestoration, done: ReadonlyMap<string, Restoration>, newTag: Tag): TextRestoration {
  const { id, isLabel, guard, boxGuard = guard } = item;
  const side = isLabel === true ? "textW" : "w";
  const write = done.get(`${id}/${side}`);
  const isText = followsText({ id, prop: "text", guard }, done);
  const isBox = followsText({ id, prop: side, guard: boxGuard }, done) || (write?.kind === "prop" && write.preTag === boxGuard);
  if (!isText && !isBox) return item;
  return { ...item, guard: isText ? newTag : guard, boxGuard: isBox ? newTag : boxGuard };
}

/** Has a performed text or a revived shape brought back what this item was written over? */
function followsText({ id, prop, guard }: Pick<PropRestoration, "id" | "prop" | "guard">, done: ReadonlyMap<string, Restoration>): boolean {
  const typed = done.get(`${id}/~`);
  const life = done.get(id);
  const preTags = typed?.kind === "text" && txtProps(typed).includes(prop) ? typed.preTags : undefined;
  if (preTags !== undefined && guard === (prop === "text" ? preTags.text : preTags.box)) return true;
  return life?.kind === "revive" && tagOfProp(life.rev, prop) === guard;
}

function isTextProp(prop: string): boolean {
  return txtProps({}).includes(prop) || txtProps({ isLabel: true }).includes(prop);
}
