// A stroke under the pen. One press is one undo step, however many shapes a very long stroke is continued in.
import type { NibName } from "@inkroom/shapes";
import type { PointerInput } from "../../input-event.ts";
import { samplesOf } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { DrawStates } from "./draw-tool.ts";
import { Hold } from "./hold.ts";
import { Ink } from "./ink.ts";

export function drawing(run: ToolRun<DrawStates>, down: PointerInput, nib: NibName): ToolState {
  const { context } = run;
  let ink: Ink | undefined;
  const hold = new Hold(context, down);

  function leave(): void {
    ink = undefined;
    run.go("idle", undefined);
  }

  function close(): void {
    ink?.finish();
    leave();
  }

  return {
    busy: true,
    enter() {
      context.history.begin();
      const [first, ...rest] = samplesOf(down);
      ink = new Ink(context, first, { nib, pressure: nib === "pen" && context.state.penPressure && measuresPressure(down) }, down.tMs);
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
      close();
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
