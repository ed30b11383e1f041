// Undo and redo of one's own actions: the two stacks over model's inverse data. A step is a gesture; it is undone by
// writes that take effect only where our own write is still the last one, so nobody else's work is ever overwritten.
import {
  applicable,
  type BoardStore,
  type BoardView,
  invertTxn,
  mergeRestorations,
  type Op,
  renumber,
  restorationOps,
  type Restoration,
  retag,
  type ReviveRestoration,
  type Tag,
  tagOf,
  writtenOver,
} from "@inkroom/model";
import type { ShapeId } from "@inkroom/shapes";
import type { Changed } from "./frames/settling.ts";
import { splitCommit } from "./commit-parts.ts";
import { isSameValue } from "./shape-edit.ts";

/** Steps kept; the oldest is forgotten first. */
const MAX_STEPS = 300;

/** `mergeKey`: steps of the same key may grow instead of adding a new one. */
type Step = {
  readonly items: readonly Restoration[];
  readonly ids: ReadonlySet<ShapeId>;
  readonly mergeKey?: string | undefined;
};
/** A step being made: what each of its commits took away, in order, merged when it is closed. */
type OpenStep = {
  readonly log: Restoration[];
  readonly mergeKey: string | undefined;
  /** What its commits have put elsewhere, with what they have made and what they have given another size. */
  readonly changed: { readonly moved: Set<ShapeId>; readonly made: Set<ShapeId>; readonly sized: Set<ShapeId> };
};
/** What follows from where shapes have come to lie: part of the step, asked for when it is closed. */
type Settle = (changed: Changed) => readonly Op[];

export class History {
  readonly #store: BoardStore;
  readonly #settle: Settle;
  #undo: Step[] = [];
  #redo: Step[] = [];
  #open: OpenStep | undefined;
  #unfit = new Set<ShapeId>();

  constructor(store: BoardStore, settle: Settle = () => []) {
    this.#store = store;
    this.#settle = settle;
    store.onRenumbered((tags) => this.#renumber(tags));
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Opens a step: all commits up to `end` or `rollback` are undone together. Continues the last step if it has the same key. */
  begin(mergeKey?: string): void {
    this.end();
    const last = this.#undo.at(-1);
    const isContinued = mergeKey !== undefined && last?.mergeKey === mergeKey;
    if (isContinued) this.#undo.pop();
    this.#open = { log: isContinued ? [...last.items] : [], mergeKey, changed: { moved: new Set(), made: new Set(), sized: new Set() } };
  }

  /** Closes the open step, if any. A step that changed nothing in the end leaves no trace. */
  end(): void {
    if (this.#isSettling) return;
    const open = this.#open;
    if (open !== undefined) this.#settleStep(open);
    this.#open = undefined;
    if (open === undefined) return;
    const step = toStep(open.log, open.mergeKey);
    if (hasEffect(this.#store.view, step.items)) this.#push(step);
    else this.#forget(step.items);
  }

  /** Takes back what the open step has done so far and forgets it. Undone steps stay redoable. */
  rollback(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined && this.#store.canEdit) this.#giveBack(this.#applicable(toStep(open.log).items));
  }

  /**
   * Commits ops, in several transactions if they do not fit into one; a step of its own unless one is open. What is not this person's
   * to do is left out. False: nothing of it is allowed.
   */
  commit(ops: readonly Op[], mergeKey?: string): boolean {
    if (!this.#store.canEdit) return false;
    const groups = this.#split(ops);
    if (groups.length === 0 && ops.length > 0) return false;
    const isOwnStep = this.#open === undefined;
    if (isOwnStep) this.begin(mergeKey);
    for (const group of groups) {
      // Before the commit: its listeners may close the step.
      this.#open?.log.push(...this.#invert(group));
      for (const op of group) if (this.#open !== undefined) noteChanged(this.#open.changed, op);
      this.#store.commit(group);
    }
    if (isOwnStep) this.end();
    return true;
  }

  #settleStep({ log, changed }: OpenStep): void {
    if (changed.moved.size === 0 || !this.#store.canEdit) return;
    this.#isSettling = true;
    for (const group of this.#split(this.#settle(changed))) {
      log.push(...this.#invert(group));
      this.#store.commit(group);
    }
    this.#isSettling = false;
  }
  #isSettling = false;

  /** Commits a write that follows from others and is no step: what was guarded by what it writes over is guarded by it. */
  follow(op: Op): void {
    const tag = tagOf(this.#store.client, this.#store.nextN);
    const inverse = this.#invert([op]);
    this.#store.commit([op]);
    this.#retag(inverse, tag);
  }

  /** Restores shapes that are deleted as they would be had nobody deleted them, in a step of its own. Returns those it knew. */
  bringBack(ids: Iterable<ShapeId>): ReadonlySet<ShapeId> {
    if (!this.#store.canEdit) return new Set();
    this.end();
    const revived = [...ids].flatMap((id) => this.#revival(id));
    if (revived.length > 0) this.#push(this.#giveBack(revived));
    return new Set(revived.map(({ id }) => id));
  }

  /** Shapes whose words an undo or redo may have left in a box of another size: they have to be measured. Told once. */
  takeUnfit(): ReadonlySet<ShapeId> {
    const unfit = this.#unfit;
    this.#unfit = new Set();
    return unfit;
  }

  /** Undoes the last step that still has an effect. Returns the ids it changed; empty: nothing to undo. */
  undo(): ReadonlySet<ShapeId> {
    return this.#travel(this.#undo, this.#redo);
  }

  /** Does again what was undone last and can still be done. */
  redo(): ReadonlySet<ShapeId> {
    return this.#travel(this.#redo, this.#undo);
  }

  #travel(from: Step[], to: Step[]): ReadonlySet<ShapeId> {
    if (!this.#store.canEdit) return new Set();
    for (let step = from.pop(); step !== undefined; step = from.pop()) {
      const performed = this.#applicable(step.items);
      if (!hasEffect(this.#store.view, performed)) {
        this.#forget(performed);
        continue;
      }
      to.push(this.#giveBack(performed));
      return new Set(performed.map((item) => item.id));
    }
    return new Set();
  }

  /** Commits the restorations, keeps the guards of both stacks right, and returns the step that would take them back. */
  #giveBack(performed: readonly Restoration[]): Step {
    const log: Restoration[] = [];
    for (const item of performed) if (mayLeaveUnfit(item)) this.#unfit.add(item.id);
    const byOp = Map.groupBy(performed, (item) => `${OP_OF[item.kind]}/${item.id}`);
    for (const group of this.#split(restorationOps(performed))) {
      const tag = tagOf(this.#store.client, this.#store.nextN);
      const inverse = this.#invert(group, performed);
      log.push(...inverse);
      this.#store.commit(group);
      this.#retag(
        group.flatMap(keysOfOp).flatMap((key) => byOp.get(key) ?? []),
        tag,
      );
      this.#retag(writtenOver(inverse, tag), tag);
    }
    return toStep(log);
  }

  /** What a step without effect has written last is what was there before it: earlier steps take it for their own again. */
  #forget(items: readonly Restoration[]): void {
    const writes = items.filter((item) => item.kind === "prop" || item.kind === "place");
    for (const [tag, written] of Map.groupBy(writes, ({ guard }) => guard)) this.#retag(written, tag);
  }

  /** In groups that fit into one transaction; without what is not this person's to do. */
  #split(ops: readonly Op[]): readonly (readonly Op[])[] {
    const { client, guard, nextN, view } = this.#store;
    return splitCommit(guard === undefined ? ops : guard.part(view, ops, tagOf(client, nextN)));
  }

  #push(step: Step): void {
    this.#undo.push(step);
    if (this.#undo.length > MAX_STEPS) this.#undo.shift();
    this.#redo = [];
  }

  #revival(id: ShapeId): readonly ReviveRestoration[] {
    const entry = this.#store.view.record(id);
    const life = this.#store.lastLife(id);
    if (entry?.state !== "dead" || life === undefined) return [];
    // Whoever was drawing it has stopped.
    const shape = life.shape.kind === "draw" ? { ...life.shape, done: true } : life.shape;
    return [{ kind: "revive", id, shape, rev: life.rev, runs: life.runs, tag: entry.tag }];
  }

  #applicable(items: readonly Restoration[]): readonly Restoration[] {
    return applicable(this.#store.view, items, (id) => this.#store.lastLife(id));
  }

  #retag(performed: readonly Restoration[], tag: Tag): void {
    // In place: #travel holds the arrays.
    for (const stack of [this.#undo, this.#redo]) {
      stack.forEach((step, i) => {
        if (performed.some((item) => step.ids.has(item.id))) stack[i] = { ...step, items: retag(step.items, performed, tag) };
      });
    }
  }

  #renumber(tags: ReadonlyMap<Tag, Tag>): void {
    const follow = (step: Step): Step => ({ ...step, items: renumber(step.items, tags) });
    this.#undo = this.#undo.map(follow);
    this.#redo = this.#redo.map(follow);
    if (this.#open !== undefined) this.#open = { ...this.#open, log: [...renumber(this.#open.log, tags)] };
  }

  /** What the ops will take away, if they are committed next. */
  #invert(ops: readonly Op[], performed: readonly Restoration[] = []): readonly Restoration[] {
    return invertTxn(this.#store.view, ops, tagOf(this.#store.client, this.#store.nextN), performed);
  }
}

const OP_OF = { prop: "set", place: "mv", remove: "del", revive: "restore", text: "txt" } as const;

function keysOfOp(op: Op): readonly string[] {
  if (op.op === "del") return op.ids.map((id) => `del/${id}`);
  return [`${op.op}/${op.op === "add" || op.op === "restore" ? op.shape.id : op.id}`];
}

/** Notes whether the op puts a shape elsewhere. */
function noteChanged({ moved, made, sized }: OpenStep["changed"], op: Op): void {
  if (op.op === "add") {
    moved.add(op.shape.id);
    made.add(op.shape.id);
  } else if (op.op === "pts") moved.add(op.id);
  else if (op.op === "set") {
    if ("w" in op.props) sized.add(op.id);
    if ("x" in op.props || "w" in op.props || "vertices" in op.props) moved.add(op.id);
  }
}

function toStep(log: readonly Restoration[], mergeKey?: string): Step {
  const items = mergeRestorations([], log);
  return { items, ids: new Set(items.map((item) => item.id)), mergeKey };
}

/** What words are measured for, besides themselves. */
const MEASURED_FOR: ReadonlySet<string> = new Set(["size", "form", "w"]);

/**
 * True where the box of words may not come back with them: others have typed since, or the box was measured anew since, which no
 * step of this history knows.
 */
function mayLeaveUnfit(item: Restoration): boolean {
  return item.kind === "text" ? item.preTags === undefined : item.kind === "prop" && MEASURED_FOR.has(item.prop);
}

/** Would giving these back change anything that can be seen? */
function hasEffect(view: BoardView, items: readonly Restoration[]): boolean {
  return items.some((item) => {
    const shape = view.entry(item.id)?.shape;
    if (item.kind === "revive") return shape === undefined;
    if (shape === undefined) return false;
    if (item.kind === "remove") return true;
    if (item.kind === "text") return item.made.length + item.lost.length > 0;
    if (item.kind === "place") return item.parent !== shape.parent || item.index !== shape.index;
    return !isSameValue((shape as unknown as Record<string, unknown>)[item.prop], item.value);
  });
}
