// When the minimap's picture of the board is drawn: only after something has changed, at most a few times a second, in short
// slices, and not at all while nobody needs it. No DOM: the pen and the timer are ports.
import { type Box, unionBoxes } from "@inkroom/geometry";
import type { Camera, Viewport } from "@inkroom/editor";
import type { BoardView } from "@inkroom/model";
import { compareShapes, hasInk, pageBounds, type Shape } from "@inkroom/shapes";
import { mapCamera } from "./map-area.ts";

/** Least time between two looks at the board, ms; after a long look the rest is longer still. */
const REST_MS = 400;
const REST_PER_WORK = 8;
/** What is smaller than this on the map is a dot there, map pixels. */
const DOT_PX = 3;
/** Steps of one slice: shapes measured or dotted, and shapes painted, which cost more. */
const SLICE_STEPS = 500;
const PAINT_STEPS = 20;

/** PORT: what is drawn on. What `clear` begins is seen from `show` on. */
export type MapPen = {
  clear(camera: Camera): void;
  dot(shape: Shape, box: Box): void;
  paint(shape: Shape): void;
  show(): void;
};

export type MapPorts = {
  readonly view: BoardView;
  readonly size: Viewport;
  readonly pen: MapPen;
  /** Is the map wanted for a board with its ink there? Asked often. */
  readonly isWanted: (contents: Box | undefined) => boolean;
  /** Contents or picture are others than before. */
  readonly onChange: () => void;
  readonly now: () => number;
  readonly setTimer: (ms: number, callback: () => void) => () => void;
};

export class MapPicture {
  readonly #ports: MapPorts;
  #contents: Box | undefined;
  #camera: Camera | undefined;
  #isMeasured = false;
  #isPainted = false;
  #work: Generator<undefined, void> | undefined;
  #workMs = 0;
  #restMs = REST_MS;
  #redraws = 0;
  #stopTimer: (() => void) | undefined;

  constructor(ports: MapPorts) {
    this.#ports = ports;
    this.#schedule(0);
  }

  /** Bounds of the board's ink when it was last looked at. */
  get contents(): Box | undefined {
    return this.#contents;
  }

  /** How the picture on show lies on the page; undefined before the first one. */
  get camera(): Camera | undefined {
    return this.#camera;
  }

  /** Pictures finished since the beginning. */
  get redraws(): number {
    return this.#redraws;
  }

  noteChange(): void {
    this.#isMeasured = false;
    this.#isPainted = false;
    this.#schedule(this.#restMs);
  }

  /** The colours are others. */
  noteAppearance(): void {
    this.#isPainted = false;
    this.#schedule(0);
  }

  /** The view has moved: the map may be wanted now. */
  noteView(): void {
    if (this.#isMeasured && !this.#isPainted && this.#ports.isWanted(this.#contents)) this.#schedule(0);
  }

  dispose(): void {
    this.#stopTimer?.();
    this.#work = undefined;
    this.#stopTimer = () => undefined;
  }

  #schedule(ms: number): void {
    if (this.#stopTimer !== undefined) return;
    this.#stopTimer = this.#ports.setTimer(ms, () => {
      this.#stopTimer = undefined;
      this.#slice();
    });
  }

  #slice(): void {
    const startMs = this.#ports.now();
    this.#work ??= this.#look();
    const isDone = this.#work.next().done === true;
    this.#workMs += this.#ports.now() - startMs;
    if (!isDone) {
      this.#schedule(0);
      return;
    }
    this.#work = undefined;
    this.#restMs = Math.max(REST_MS, this.#workMs * REST_PER_WORK);
    this.#workMs = 0;
    const isDue = !this.#isMeasured || (!this.#isPainted && this.#ports.isWanted(this.#contents));
    if (isDue) this.#schedule(this.#restMs);
  }

  *#look(): Generator<undefined, void> {
    // Read as it goes on: a list of all would be a slice too long.
    const { view } = this.#ports;
    if (!this.#isMeasured) {
      this.#isMeasured = true;
      let contents: Box | undefined;
      let part: Box[] = [];
      for (const shape of view.shapes()) {
        if (hasInk(shape)) part.push(pageBounds(shape));
        if (part.length < SLICE_STEPS) continue;
        contents = unionBoxes(contents === undefined ? part : [contents, ...part]);
        part = [];
        yield;
      }
      contents = unionBoxes(contents === undefined ? part : [contents, ...part]);
      this.#contents = contents;
      this.#ports.onChange();
    }
    if (this.#contents === undefined || this.#isPainted || !this.#ports.isWanted(this.#contents)) return;
    this.#isPainted = true;
    yield* this.#paint(view.shapes(), mapCamera(this.#contents, this.#ports.size));
  }

  /** Large shapes in their order; the small ones, whose order nobody sees, as dots over them. */
  *#paint(shapes: Iterable<Shape>, camera: Camera): Generator<undefined, void> {
    const { pen } = this.#ports;
    const large: Shape[] = [];
    const small: [Shape, Box][] = [];
    pen.clear(camera);
    for (const shape of shapes) {
      const box = pageBounds(shape);
      if (Math.max(box.w, box.h) * camera.zoom < DOT_PX) small.push([shape, box]);
      else large.push(shape);
      if ((small.length + large.length) % SLICE_STEPS === 0) yield;
    }
    large.sort(compareShapes);
    for (const [at, shape] of large.entries()) {
      pen.paint(shape);
      if (at % PAINT_STEPS === PAINT_STEPS - 1) yield;
    }
    for (const [at, [shape, box]] of small.entries()) {
      pen.dot(shape, box);
      if (at % SLICE_STEPS === SLICE_STEPS - 1) yield;
    }
    pen.show();
    this.#camera = camera;
    this.#redraws += 1;
    this.#ports.onChange();
  }
}
