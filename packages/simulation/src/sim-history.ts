// Undo and redo as an editor keeps them (see invert.ts of model): two stacks of steps, a step per edit or drag.
import {
  applicable,
  invertTxn,
  mergeRestorations,
  type Op,
  renumber,
  restorationOps,
  type Restoration,
  retag,
  tagOf,
} from "@inkroom/model";
import type { Replica } from "@inkroom/sync";

type Step = readonly Restoration[];

export class SimHistory {
  #undo: Step[] = [];
  #redo: Step[] = [];
  readonly #replica: Replica;

  constructor(replica: Replica) {
    this.#replica = replica;
    replica.onRenumbered((tags) => {
      for (const stack of [this.#undo, this.#redo]) stack.splice(0, stack.length, ...stack.map((step) => renumber(step, tags)));
    });
  }

  /** One step of as many transactions as there are lists of ops. `onCommit` gets the n of each. */
  commit(commits: readonly (readonly Op[])[], onCommit: (n: number, ops: readonly Op[]) => void): void {
    let step: Step = [];
    for (const ops of commits) {
      step = mergeRestorations(step, invertTxn(this.#replica.view, ops, this.#nextTag));
      onCommit(this.#replica.commit(ops), ops);
    }
    this.#undo.push(step);
    this.#redo = [];
  }

  /** The n and ops of what was committed for it; undefined where nothing can be undone. */
  undo(): { readonly n: number; readonly ops: readonly Op[] } | undefined {
    return this.#perform(this.#undo, this.#redo);
  }

  redo(): { readonly n: number; readonly ops: readonly Op[] } | undefined {
    return this.#perform(this.#redo, this.#undo);
  }

  #perform(from: Step[], to: Step[]): { readonly n: number; readonly ops: readonly Op[] } | undefined {
    const { view } = this.#replica;
    for (let step = from.pop(); step !== undefined; step = from.pop()) {
      const performed = applicable(view, step, (id) => this.#replica.lastLife(id));
      const ops = restorationOps(performed);
      if (ops.length === 0) continue;
      const tag = this.#nextTag;
      const inverse = invertTxn(view, ops, tag);
      const n = this.#replica.commit(ops);
      for (const stack of [from, to]) stack.splice(0, stack.length, ...stack.map((other) => retag(other, performed, tag)));
      to.push(inverse);
      return { n, ops };
    }
    return undefined;
  }

  get #nextTag(): string {
    return tagOf(this.#replica.client, this.#replica.nextN);
  }
}
