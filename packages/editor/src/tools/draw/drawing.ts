// A stroke under the pen. One press is one undo step, however many shapes a very long stroke is continued in.
import type { Vec } from "@inkroom/geometry";
import type { NibName, ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput } from "../../input-event.ts";
import { samplesOf } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { DrawStates } from "./draw-tool.ts";
import { Hold } from "./hold.ts";
import { Ink } from "./ink.ts";

/** Where the last stroke of each editor ends, page space: with Shift the next one goes on from there. */
const lastEnds = new WeakMap<EditorContext, { readonly nib: NibName; readonly id: ShapeId; readonly at: Vec }>();

/** Of a stroke that is still on the board. */
function lastEnd(context: EditorContext, nib: NibName): Vec | undefined {
  const last = lastEnds.get(context);
  return last?.nib === nib && context.store.view.get(last.id) !== undefined ? last.at : undefined;
}

export function drawing(run: ToolRun<DrawStates>, down: PointerInput, nib: NibName): ToolState {
  const { context } = run;
  let ink: Ink | undefined;
  const hold = new Hold(context, down);

  function leave(): void {
    ink = undefined;
    run.go("idle", undefined);
  }

  function close(): void {
    const id = ink?.id;
    const at = ink?.finish();
    if (id !== undefined && at !== undefined) lastEnds.set(context, { nib, id, at });
    leave();
  }

  return {
    busy: true,
    enter() {
      context.history.begin();
      const [first, ...rest] = samplesOf(down);
      const from = down.shift ? lastEnd(context, nib) : undefined;
      const pressure = nib === "pen" && context.state.penPressure && measuresPressure(down);
      ink = new Ink(context, { first, from }, { nib, pressure }, down.tMs);
      for (const sample of rest) ink.add(sample, down.shift);
      if (ink.id === undefined) leave();
      else ink.show();
    },
    exit() {
      context.history.end();
      context.patch({ preview: new Map() });
    },
    onPointerMove(event) {
      hold.moved(event);
      for (const sample of samplesOf(event)) ink?.add(sample, event.shift);
      ink?.commitDue(event.tMs);
      if (ink?.id === undefined) leave();
      else ink.show(event.shift ? [] : event.predicted);
    },
    onPointerUp(event) {
      // A pointer that has left the surface reports no pressure.
      for (const { x, y } of samplesOf(event)) ink?.add({ x, y }, event.shift);
      const id = ink?.isContinued === true ? undefined : ink?.id;
      close();
      if (id !== undefined && nib === "pen" && context.state.autoShape) context.parts.use("tools", ({ shapeUp }) => shapeUp(context, id));
    },
    onCancel(reason) {
      if (reason === "lost") return close();
      ink = undefined;
      context.history.rollback();
      leave();
    },
    onTick(tMs) {
      ink?.commitDue(tMs);
      if (ink !== undefined) hold.straighten(run, ink, tMs);
    },
    onBoardChange() {
      // Somebody deleted the stroke under the pen.
      if (ink?.id !== undefined && context.store.view.get(ink.id) === undefined) leave();
    },
  };
}

/** Devices that do not measure report 0, 0.5 or 1 all the time. */
function measuresPressure(event: PointerInput): boolean {
  return event.pointerType === "pen" && samplesOf(event).some(({ pressure }) => pressure > 0 && pressure < 1 && pressure !== 0.5);
}
