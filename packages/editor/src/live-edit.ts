// A change of shapes under the hand: painted at full rate as a preview, committed at most once per interval, and once
// more at the end. Writes only the properties of the gesture, so other people's edits of the same shapes stay.
import type { Op, Props } from "@inkroom/model";
import type { Shape, ShapeId } from "@inkroom/shapes";
import { MAX_OPS_PER_COMMIT } from "./commit-parts.ts";
import type { EditorContext } from "./context.ts";
import { isAnyIn } from "./selection.ts";
import { isUnchanged, wholeGroups, withProps } from "./shape-edit.ts";

/** Least time between two commits of a drag, ms of event time. */
const DRAG_COMMIT_INTERVAL_MS = 50;

export type LiveEdit = {
  /**
   * The properties each shape has now (`tMs` = Infinity: commit at once), in place of those of the call before; whole values, not differences.
   * `ghosts` are shapes that exist in the preview only.
   */
  update(changes: ReadonlyMap<ShapeId, Props>, tMs: number, ghosts?: readonly Shape[]): void;
  /** Commits what is due after a pause. */
  tick(tMs: number): void;
  /** Paints the preview over the board after others have changed it; false if none of the shapes is left. */
  refresh(changed: ReadonlySet<ShapeId>): boolean;
  /** Commits the rest and ends the preview; the history step is the caller's. */
  finish(extra?: readonly Op[]): void;
};

export function createLiveEdit(context: EditorContext, startMs: number, intervalMs = DRAG_COMMIT_INTERVAL_MS): LiveEdit {
  const touched = new Map<ShapeId, Props>();
  let ghosts: readonly Shape[] = [];
  let lastCommitMs = startMs - intervalMs;

  /** What the changes are changes of: where a bound arrow is seen follows from that. */
  function stored(id: ShapeId): Shape | undefined {
    return context.store.view.entry(id)?.shape;
  }

  function pendingOps(): Op[] {
    const ops: Op[] = [];
    for (const [id, changes] of touched) {
      const shape = stored(id);
      if (shape === undefined || isUnchanged(shape, changes)) continue;
      ops.push({ op: "set", id, props: wholeGroups(shape, changes) });
    }
    return ops;
  }

  function commitIfDue(tMs: number): void {
    // What would take many transactions goes out at the end only.
    if (tMs - lastCommitMs < intervalMs || touched.size > MAX_OPS_PER_COMMIT) return;
    const ops = pendingOps();
    if (ops.length === 0) return;
    if (tMs !== Infinity) lastCommitMs = tMs;
    context.history.commit(ops);
  }

  function paint(): boolean {
    const preview = new Map<ShapeId, Shape>();
    for (const [id, changes] of touched) {
      const shape = stored(id);
      if (shape !== undefined) preview.set(id, withProps(shape, changes));
    }
    const isAnyLeft = preview.size > 0;
    for (const ghost of ghosts) preview.set(ghost.id, ghost);
    context.patch({ preview });
    return isAnyLeft;
  }

  return {
    update(changes, tMs, nextGhosts = []) {
      for (const [id, props] of changes) touched.set(id, props);
      ghosts = nextGhosts;
      paint();
      commitIfDue(tMs);
    },
    tick: commitIfDue,
    refresh: (changed) => !isAnyIn(changed, touched) || paint(),
    finish(extra = []) {
      const ops = [...pendingOps(), ...extra];
      // What follows is the board's own news, not a change under the hand.
      touched.clear();
      if (ops.length > 0) context.history.commit(ops);
      context.patch({ preview: new Map() });
    },
  };
}
