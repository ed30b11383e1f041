// The ink of one press: a stroke on the board, continued in further shapes where it gets too long. The first point is
// committed at once; later ones go out as drafts at full rate and are committed in chunks.
import type { Vec } from "@inkroom/geometry";
import { type DrawShape, type InkPoint, MAX_STROKE_POINTS, type ShapeId } from "@inkroom/shapes";
import type { EditorContext } from "../../context.ts";
import type { PointerSample } from "../../input-event.ts";
import { snapAngle } from "../../pointer.ts";
import { newStroke } from "./new-stroke.ts";
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

type Stroke = { readonly id: ShapeId; readonly origin: Vec; readonly recorder: StrokeRecorder };
/** A segment being pulled with Shift: its fixed beginning, and its points so far. */
type Straight = { readonly from: Vec; readonly points: readonly InkPoint[] };

export class Ink {
  readonly #context: EditorContext;
  readonly #look: Pick<DrawShape, "nib" | "pressure">;
  #stroke: Stroke | undefined;
  #straight: Straight | undefined;
  #lastCommitMs: number;
  #lastPressure: number;
  #isContinued = false;

  /** Puts the first point on the board: `first`, or `from`, page space, for a stroke that goes on from another. */
  constructor(
    context: EditorContext,
    { first, from }: { readonly first: PointerSample; readonly from?: Vec | undefined },
    look: Pick<DrawShape, "nib" | "pressure">,
    tMs: number,
  ) {
    this.#context = context;
    this.#look = look;
    this.#lastCommitMs = tMs;
    this.#lastPressure = first.pressure;
    this.#start(from ?? context.toPage(first));
    if (from !== undefined) this.#lineTo(first);
  }

  /** The stroke under the pen; undefined when the board does not take it any more. */
  get id(): ShapeId | undefined {
    return this.#stroke?.id;
  }

  /** True when it has become too long for one shape. */
  get isContinued(): boolean {
    return this.#isContinued;
  }

  /** Takes the next position of the pen; without a pressure the last one goes on. */
  add(sample: { readonly x: number; readonly y: number; readonly pressure?: number }, isStraight: boolean): void {
    this.#lastPressure = sample.pressure ?? this.#lastPressure;
    if (this.#stroke !== undefined && this.#stroke.recorder.count + SPARE_POINTS > MAX_STROKE_POINTS) this.#continue();
    if (this.#stroke === undefined) return;
    const { recorder, origin } = this.#stroke;
    const page = this.#context.toPage(sample);
    const point = { x: page.x - origin.x, y: page.y - origin.y, p: toByte(this.#lastPressure) };
    if (isStraight) this.#pullStraight(recorder, point);
    else {
      this.#settleStraight(recorder);
      recorder.add(point);
    }
    if (recorder.uncommitted >= CHUNK_POINTS) this.#commit(false);
  }

  /** Commits the points that have waited long enough. */
  commitDue(tMs: number): void {
    const waiting = this.#stroke?.recorder.uncommitted ?? 0;
    if (waiting === 0 || tMs - this.#lastCommitMs < CHUNK_INTERVAL_MS) return;
    this.#lastCommitMs = tMs;
    this.#commit(false);
  }

  /** Sends the points that are new as a draft, and shows the stroke up to the pen, or to where it is expected next. */
  show(predicted: readonly PointerSample[] = []): void {
    if (this.#stroke === undefined) return;
    this.#sendDraft(this.#stroke);
    const { id, recorder, origin } = this.#stroke;
    const record = this.#context.store.view.get(id);
    if (record?.kind !== "draw") return;
    const ahead = predicted.map((sample): InkPoint => {
      const page = this.#context.toPage(sample);
      return { x: page.x - origin.x, y: page.y - origin.y, p: toByte(sample.pressure) };
    });
    this.#context.patch({ preview: new Map([[id, { ...record, ...recorder.echo(this.#straight?.points ?? ahead) }]]) });
  }

  /** Commits the rest and closes the stroke. Where it ends, page space; undefined where the board has not taken it. */
  finish(): Vec | undefined {
    this.#commit(true);
    const stroke = this.#stroke;
    this.#stroke = undefined;
    return stroke && { x: stroke.origin.x + stroke.recorder.tip.x, y: stroke.origin.y + stroke.recorder.tip.y };
  }

  #start(origin: Vec): void {
    const { zoom } = this.#context.state.camera;
    const format = { quantum: quantumFor(zoom), pressure: this.#look.pressure };
    const recorder = new StrokeRecorder(format, MIN_STEP_PX / zoom, toByte(this.#lastPressure));
    const { bytes: points, count } = recorder.takeCommit();
    recorder.takeDraft();
    const shape = newStroke(this.#context, origin, { ...format, nib: this.#look.nib, points, count });
    const isAdded = this.#context.history.commit([{ op: "add", shape }]);
    this.#stroke = isAdded ? { id: shape.id, origin, recorder } : undefined;
  }

  /** Goes on in a new shape that begins where this one ends. */
  #continue(): void {
    if (this.#stroke === undefined) return;
    const { origin, recorder } = this.#stroke;
    this.finish();
    this.#isContinued = true;
    this.#start({ x: origin.x + recorder.tip.x, y: origin.y + recorder.tip.y });
  }

  #lineTo(sample: PointerSample): void {
    if (this.#stroke === undefined) return;
    const { recorder, origin } = this.#stroke;
    const page = this.#context.toPage(sample);
    const to = { x: page.x - origin.x, y: page.y - origin.y };
    recorder.addExact(straightPoints(recorder.tip, to, toByte(sample.pressure), this.#context.state.camera.zoom));
  }

  #pullStraight(recorder: StrokeRecorder, point: InkPoint): void {
    recorder.fixTip();
    const from = this.#straight?.from ?? recorder.tip;
    this.#straight = { from, points: straightPoints(from, snapAngle(from, point), point.p, this.#context.state.camera.zoom) };
  }

  #settleStraight(recorder: StrokeRecorder): void {
    if (this.#straight !== undefined) recorder.addExact(this.#straight.points);
    this.#straight = undefined;
  }

  #commit(isDone: boolean): void {
    const stroke = this.#stroke;
    if (stroke === undefined) return;
    if (isDone) {
      this.#settleStraight(stroke.recorder);
      stroke.recorder.fixTip();
    } else {
      // Drafts go first and leave no gap, so that a viewer can append whatever comes first.
      this.#sendDraft(stroke);
    }
    const part = stroke.recorder.takeCommit();
    const isTaken = this.#context.history.commit([{ op: "pts", id: stroke.id, ...part, ...(isDone ? { done: true } : {}) }]);
    if (!isTaken) this.#stroke = undefined;
  }

  #sendDraft({ id, recorder }: Stroke): void {
    const draft = recorder.takeDraft();
    if (draft !== undefined) this.#context.onDraft?.(id, draft.off, draft.bytes);
  }
}

function straightPoints(from: Vec, to: Vec, p: number | undefined, zoom: number): readonly InkPoint[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) * zoom;
  const count = Math.min(MAX_STRAIGHT_POINTS, Math.ceil(length / STRAIGHT_SPACING_PX));
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, p };
  });
}

function toByte(pressure: number): number {
  return Math.round(Math.min(1, Math.max(0, pressure)) * 255);
}
