// The paint bucket: a press fills the closed shape or ink under the pointer with the colour in hand, or takes that fill away again.
// The tool stays.
import type { Vec } from "@inkroom/geometry";
import { hitTestFilled, hitTestShape, insideColor, isFilled, type Shape } from "@inkroom/shapes";
import { frontmost } from "../../bind-target.ts";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { isOutOfReach } from "../../locks.ts";
import { hitSlack } from "../../pointer.ts";
import { restyleOps } from "../../restyle.ts";
import type { StylePatch } from "../../style.ts";
import type { ToolChart, ToolRun, ToolState } from "../tool-chart.ts";

type BucketStates = { idle: undefined; pressing: PointerInput };

export const bucketTool: ToolChart<BucketStates> = {
  states: {
    idle: ({ context, go }) => ({
      enter: () => context.patch({ cursor: "crosshair" }),
      exit: () => context.patch({ hovered: undefined }),
      onPointerLost: () => context.patch({ hovered: undefined }),
      onPointerMove: (event) => context.patch({ hovered: fillableAt(context, event)?.id }),
      onPointerDown: (event) => go("pressing", event),
    }),
    pressing,
  },
};

/** It is filled when the pointer goes up on what it went down on: until then two fingers may be about to move the paper. */
function pressing({ context, go }: ToolRun<BucketStates>, down: PointerInput): ToolState {
  const target = fillableAt(context, down)?.id;
  return {
    busy: true,
    onPointerUp(event) {
      const shape = fillableAt(context, event);
      if (shape !== undefined && shape.id === target) pour(context, shape);
      go("idle", undefined);
    },
    onCancel: () => go("idle", undefined),
  };
}

function pour({ state, history, measureText }: EditorContext, shape: Shape): void {
  const { color } = state.style;
  const isAsPoured = isFilled(shape) && shape.fill === "solid" && insideColor(shape) === color;
  const patch: StylePatch = isAsPoured ? { fill: "none" } : { fill: "solid", fillColor: color };
  history.commit(restyleOps([shape], patch, measureText));
}

/** What lies under pictures, notes and cards is out of sight; words, lines and open ink are no obstacle. */
function fillableAt({ index, state, store, toPage }: EditorContext, event: PointerInput): Shape | undefined {
  const point: Vec = toPage(event.screen);
  const slack = hitSlack(event.pointerType, state.camera.zoom);
  const there = index.near({ ...point, w: 0, h: 0 }).filter((shape) => {
    if (isOutOfReach(store.view, shape)) return false;
    return hitTestFilled(shape, point, slack) || (hidesAll(shape) && hitTestShape(shape, point, 0));
  });
  const front = frontmost(there);
  return front !== undefined && hidesAll(front) ? undefined : front;
}

function hidesAll({ kind }: Shape): boolean {
  return kind === "image" || kind === "note" || kind === "card";
}
