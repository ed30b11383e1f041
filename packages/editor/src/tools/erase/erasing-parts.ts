// A sweep of the eraser that takes parts: strokes lose what it goes over and stay as the pieces that are left. All of a
// sweep is one step: each stroke is replaced by its pieces when the pointer goes up.
import { boxBetween, expandBox, type Vec } from "@inkroom/geometry";
import type { Op } from "@inkroom/model";
import { type DrawShape, eraseFromRanges, type KeptRange, type Shape, type ShapeId, strokesOfRanges, wholeRange } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import { samplesOf } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { EraseStates } from "./erase-tool.ts";

/** Radius of the eraser, screen pixels: mouse and pen, and finger. The cursor shows the first. */
const RADIUS_PX = { fine: 10, coarse: 18 } as const;

export function erasingParts(run: ToolRun<EraseStates>, down: PointerInput): ToolState {
  const { context } = run;
  /** What is left of the strokes that were touched. */
  const left = new Map<ShapeId, readonly KeptRange[]>();
  let last: Vec = context.toPage(down.screen);

  function strokeOf(id: ShapeId): DrawShape | undefined {
    const shape = context.store.view.get(id);
    return shape?.kind === "draw" ? shape : undefined;
  }

  function eraseTo(event: PointerInput): void {
    const radius = (event.pointerType === "touch" ? RADIUS_PX.coarse : RADIUS_PX.fine) / context.state.camera.zoom;
    let isChanged = false;
    for (const sample of samplesOf(event)) {
      const to = context.toPage(sample);
      for (const shape of context.index.near(expandBox(boxBetween(last, to), radius))) {
        // What somebody is still drawing is theirs.
        if (shape.kind !== "draw" || !shape.done) continue;
        const before = left.get(shape.id) ?? wholeRange(shape);
        const after = eraseFromRanges(shape, before, { from: last, to, radius });
        if (after === before) continue;
        left.set(shape.id, after);
        isChanged = true;
      }
      last = to;
    }
    if (isChanged) context.patch({ preview: preview() });
  }

  /** The first piece is shown in the stroke's place; a stroke that is gone is shown without a point. */
  function preview(): ReadonlyMap<ShapeId, Shape> {
    const shown = new Map<ShapeId, Shape>();
    for (const [id, ranges] of left) {
      const shape = strokeOf(id);
      if (shape === undefined) continue;
      let made = 0;
      // No shape of a board has such an id.
      const pieces = strokesOfRanges(shape, ranges, () => (made++ === 0 ? id : `${id}~${made}`));
      for (const piece of pieces) shown.set(piece.id, piece);
      if (pieces.length === 0) shown.set(id, { ...shape, points: new Uint8Array(), count: 0 });
    }
    return shown;
  }

  function commit(): void {
    const ops = [...left].flatMap(([id, ranges]): Op[] => {
      const shape = strokeOf(id);
      if (shape === undefined) return [];
      // The pieces first: wherever a sweep that is too large for one transaction is cut, nothing is lost.
      const adds = strokesOfRanges(shape, ranges, context.newId).map((piece): Op => ({ op: "add", shape: piece }));
      return [...adds, { op: "del", ids: [id] }];
    });
    if (ops.length > 0) context.history.commit(ops);
  }

  return {
    busy: true,
    enter: () => eraseTo(down),
    exit: () => context.patch({ preview: new Map() }),
    onPointerMove: eraseTo,
    onPointerUp(event) {
      eraseTo(event);
      commit();
      run.go("idle", undefined);
    },
    onCancel: () => run.go("idle", undefined),
    onBoardChange(touched) {
      if ([...touched].some((id) => left.has(id))) context.patch({ preview: preview() });
    },
  };
}
