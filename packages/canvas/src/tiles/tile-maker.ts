// Draws tiles a slice at a time, most wanted first. Runs in the worker and, where there is none or where text needs the
// page's fonts, on the main thread.
import type { Shape } from "@inkroom/shapes";
import type { ShapePainter } from "../shape-painter.ts";
import type { Theme } from "../theme.ts";
import { createSheet, penOf, type Pen, type Sheet } from "./sheet.ts";
import { tileKey, type TileSpec } from "./tile-grid.ts";
import { paintOnTile } from "./tile-pen.ts";

export type TileMakerOptions = {
  readonly painter: ShapePainter;
  /** What is on a tile, bottom first, and the number of the last change that this shows. */
  readonly shapesOn: (spec: TileSpec) => { readonly shapes: readonly Shape[]; readonly revision: number };
  readonly theme: () => Theme;
  /** Gets each finished tile; the sheet is the receiver's. */
  readonly onTile: (spec: TileSpec, revision: number, sheet: Sheet) => void;
};

type Job = {
  readonly spec: TileSpec;
  readonly shapes: readonly Shape[];
  readonly revision: number;
  readonly sheet: Sheet;
  readonly pen: Pen;
  next: number;
};

/** The clock is asked after this many shapes. */
const SHAPES_PER_LOOK = 8;

export class TileMaker {
  readonly #options: TileMakerOptions;
  #wanted: readonly TileSpec[] = [];
  #job: Job | undefined;

  constructor(options: TileMakerOptions) {
    this.#options = options;
  }

  get hasWork(): boolean {
    return this.#job !== undefined || this.#wanted.length > 0;
  }

  /** Replaces the list of wanted tiles. What is being drawn is finished if it is still on it. */
  want(specs: readonly TileSpec[]): void {
    const current = this.#job && tileKey(this.#job.spec);
    if (current !== undefined && !specs.some((spec) => tileKey(spec) === current)) this.#job = undefined;
    this.#wanted = current === undefined ? specs : specs.filter((spec) => tileKey(spec) !== current);
  }

  /** Drops what is being drawn, after the look of everything has changed. */
  restart(): void {
    if (this.#job !== undefined) this.#wanted = [this.#job.spec, ...this.#wanted];
    this.#job = undefined;
  }

  /** Draws as long as `hasTime` says so. */
  step(hasTime: () => boolean): void {
    while (this.hasWork && hasTime()) {
      this.#job ??= this.#nextJob();
      if (this.#job === undefined) return;
      if (!this.#draw(this.#job, hasTime)) return;
      const { spec, revision, sheet } = this.#job;
      this.#job = undefined;
      this.#options.onTile(spec, revision, sheet);
    }
  }

  #nextJob(): Job | undefined {
    const [spec, ...rest] = this.#wanted;
    this.#wanted = rest;
    if (spec === undefined) return undefined;
    const sheet = createSheet(spec.w, spec.h);
    return { spec, ...this.#options.shapesOn(spec), sheet, pen: penOf(sheet), next: 0 };
  }

  /** True when the tile is finished. */
  #draw(job: Job, hasTime: () => boolean): boolean {
    const { painter, theme } = this.#options;
    while (job.next < job.shapes.length) {
      const shapes = job.shapes.slice(job.next, job.next + SHAPES_PER_LOOK);
      for (const shape of shapes) paintOnTile(job.pen, job.spec, shape, painter, theme());
      job.next += shapes.length;
      if (job.next < job.shapes.length && !hasTime()) return false;
    }
    return true;
  }
}
