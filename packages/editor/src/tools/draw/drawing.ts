// A stroke under the pen. The first point is committed at once; later ones go out as drafts at full rate and are
// committed in chunks. One press is one undo step, however many shapes a very long stroke is continued in.
import type { Vec } from "@inkroom/geometry";
import { type InkPoint, MAX_STROKE_POINTS, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerInput, PointerSample } from "../../input-event.ts";
import { newStroke } from "../../new-shape.ts";
import { samplesOf, snapAngle } from "../../pointer.ts";
import type { ToolRun, ToolState } from "../tool-chart.ts";
import type { DrawStates } from "./draw-tool.ts";
import { quantumFor, StrokeRecorder } from "./stroke-recorder.ts";

/** Points are committed at the latest when the oldest is this old, ms of event time. */
const CHUNK_INTERVAL_MS = 250;
/** ... or when there are this many. */
const CHUNK_POINTS = 64;
/** Samples nearer to each other are one, screen pixels. */
const MIN_STEP_PX = 0.75;
/** Spacing of the points of a straight segment, screen pixels, and their largest number. */
const STRAIGHT_SPACING_PX = 8;
const MAX_STRAIGHT_POINTS = 64;
/** Room kept in a stroke for what one more sample may fix. */
const SPARE_POINTS = MAX_STRAIGHT_POINTS + 4;

export function drawing(run: ToolRun<DrawStates>, down: PointerInput): ToolState {
  const { context } = run;
  const pressure = measuresPressure(down);
  let stroke: Stroke | undefined;
  let lastCommitMs = down.tMs;
  let lastPressure = 0.5;

  function close(): void {
    if (stroke !== undefined) commitPoints(context, stroke, true);
    stroke = undefined;
    run.go("idle", undefined);
  }

  function take(sample: PointerSample, shift: boolean): void {
    if (stroke === undefined) return;
    const page = context.toPage(sample);
    lastPressure = sample.pressure;
    if (stroke.recorder.count + SPARE_POINTS > MAX_STROKE_POINTS) {
      const joint = { x: stroke.origin.x + stroke.recorder.tip.x, y: stroke.origin.y + stroke.recorder.tip.y };
      commitPoints(context, stroke, true);
      stroke = startStroke(context, joint, sample.pressure, pressure);
      if (stroke === undefined) return;
    }
    recordSample(stroke, { x: page.x - stroke.origin.x, y: page.y - stroke.origin.y, p: toByte(sample.pressure) }, shift, context.state.camera.zoom);
    if (stroke.recorder.uncommitted >= CHUNK_POINTS) commitDue(Infinity);
  }

  function commitDue(tMs: number): void {
    if (stroke === undefined || stroke.recorder.uncommitted === 0 || tMs - lastCommitMs < CHUNK_INTERVAL_MS) return;
    if (tMs !== Infinity) lastCommitMs = tMs;
    if (!commitPoints(context, stroke, false)) stroke = undefined;
  }

  return {
    busy: true,
    enter() {
      context.history.begin();
      const first = samplesOf(down)[0] ?? { ...down.screen, pressure: 0.5 };
      stroke = startStroke(context, context.toPage(first), first.pressure, pressure);
      for (const sample of samplesOf(down).slice(1)) take(sample, down.shift);
      if (stroke === undefined) run.go("idle", undefined);
      else echo(context, stroke);
    },
    exit() {
      context.history.end();
      context.patch({ preview: new Map() });
    },
    onPointerMove(event) {
      for (const sample of samplesOf(event)) take(sample, event.shift);
      commitDue(event.tMs);
      if (stroke === undefined) return run.go("idle", undefined);
      sendDraft(context, stroke);
      echo(context, stroke);
    },
    onPointerUp(event) {
      // A pointer that has left the surface reports no pressure.
      for (const sample of samplesOf(event)) take({ ...sample, pressure: lastPressure }, event.shift);
      close();
    },
    onCancel(reason) {
      if (reason === "lost") return close();
      stroke = undefined;
      context.history.rollback();
      run.go("idle", undefined);
    },
    onTick: commitDue,
    onBoardChange() {
      // Somebody deleted the stroke under the pen.
      if (stroke === undefined || context.store.view.get(stroke.id) !== undefined) return;
      stroke = undefined;
      run.go("idle", undefined);
    },
  };
}

type Stroke = {
  readonly id: ShapeId;
  readonly origin: Vec;
  readonly recorder: StrokeRecorder;
  /** Straight segment being pulled with Shift: its fixed beginning, and its points so far. */
  straight?: { readonly from: Vec; readonly points: readonly InkPoint[] } | undefined;
};

/** Adds a stroke of one point; undefined where the board cannot be edited. */
function startStroke(context: EditorContext, origin: Vec, firstPressure: number, pressure: boolean): Stroke | undefined {
  const { zoom } = context.state.camera;
  const quantum = quantumFor(zoom);
  const recorder = new StrokeRecorder({ quantum, pressure }, MIN_STEP_PX / zoom, toByte(firstPressure));
  const { bytes, count } = recorder.takeCommit();
  recorder.takeDraft();
  const shape = newStroke(context, origin, { quantum, pressure, points: bytes, count });
  return context.history.commit([{ op: "add", shape }]) ? { id: shape.id, origin, recorder } : undefined;
}

function recordSample(stroke: Stroke, point: InkPoint, shift: boolean, zoom: number): void {
  if (shift) {
    stroke.recorder.fixTip();
    const from = stroke.straight?.from ?? stroke.recorder.tip;
    stroke.straight = { from, points: straightPoints(from, snapAngle(from, point), point.p, zoom) };
    return;
  }
  settleStraight(stroke);
  stroke.recorder.add(point);
}

function settleStraight(stroke: Stroke): void {
  if (stroke.straight !== undefined) stroke.recorder.addExact(stroke.straight.points);
  stroke.straight = undefined;
}

function straightPoints(from: Vec, to: Vec, p: number | undefined, zoom: number): readonly InkPoint[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) * zoom;
  const count = Math.min(MAX_STRAIGHT_POINTS, Math.ceil(length / STRAIGHT_SPACING_PX));
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, p };
  });
}

/** Commits what is fixed; `done` fixes the rest and closes the stroke. */
function commitPoints(context: EditorContext, stroke: Stroke, done: boolean): boolean {
  if (done) {
    settleStraight(stroke);
    stroke.recorder.fixTip();
  } else {
    // Drafts go first and leave no gap, so that a viewer can append whatever comes first.
    sendDraft(context, stroke);
  }
  const part = stroke.recorder.takeCommit();
  return context.history.commit([{ op: "pts", id: stroke.id, ...part, ...(done ? { done } : {}) }]);
}

function sendDraft(context: EditorContext, stroke: Stroke): void {
  const draft = stroke.recorder.takeDraft();
  if (draft !== undefined) context.onDraft?.(stroke.id, draft.off, draft.bytes);
}

/** The stroke as drawn so far, up to the pen, in the preview. */
function echo(context: EditorContext, stroke: Stroke): void {
  const record = context.store.view.get(stroke.id);
  if (record?.kind !== "draw") return;
  context.patch({ preview: new Map([[stroke.id, { ...record, ...stroke.recorder.echo(stroke.straight?.points) }]]) });
}

/** Devices that do not measure report 0, 0.5 or 1 all the time. */
function measuresPressure(event: PointerInput): boolean {
  return event.pointerType === "pen" && samplesOf(event).some(({ pressure }) => pressure > 0 && pressure < 1 && pressure !== 0.5);
}

function toByte(pressure: number): number {
  return Math.round(Math.min(1, Math.max(0, pressure)) * 255);
}
