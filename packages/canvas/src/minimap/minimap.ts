// The minimap on the page: the board from afar on a canvas, and over it an element that is the view's rectangle, so that the
// canvas is painted when the board has changed and not when the view moves. Coarse display lists, like the tiles'.
import { type Box, boxContainsPoint, type Vec } from "@inkroom/geometry";
import type { Editor, Viewport } from "@inkroom/editor";
import { type BoardStore, drawnStore } from "@inkroom/model";
import { type ThemeName, THEMES } from "../theme.ts";
import { cameraAt, isMapUseful, seenOnMap } from "./map-area.ts";
import { MapPicture } from "./map-picture.ts";
import { MapSheet } from "./map-sheet.ts";

export type MinimapOptions = {
  readonly editor: Pick<Editor, "state" | "subscribe" | "setCamera">;
  readonly store: BoardStore;
  readonly theme: ThemeName;
  /** CSS pixels. */
  readonly size: Viewport;
  /** The map has become useful, or is no longer. */
  readonly onUseful: (isUseful: boolean) => void;
};

/** Of one size and place; the frame is laid out from its upper left corner. */
export type MapFace = { readonly canvas: HTMLCanvasElement; readonly frame: HTMLElement };

export type Minimap = {
  /** Where to draw, and what to lay over what is on the screen; undefined while the map is not on the page: then no picture is made. */
  attach(face: MapFace | undefined): void;
  setTheme(theme: ThemeName): void;
  /** Where a point of the map, CSS pixels, is grasped: the middle of the view, seen from the point; a point outside jumps there. */
  grasp(at: Vec): Vec;
  /** Puts the middle of the view to a point of the map. */
  moveTo(at: Vec): void;
  dispose(): void;
};

export function createMinimap(options: MinimapOptions): Minimap {
  return new CanvasMinimap(options);
}

class CanvasMinimap implements Minimap {
  readonly #options: MinimapOptions;
  readonly #sheet: MapSheet;
  readonly #picture: MapPicture;
  readonly #stops: readonly (() => void)[];
  #face: MapFace | undefined;
  /** Number of the picture that is on the canvas. */
  #drawn: number | undefined;
  #isUseful = false;
  #frame: number | undefined;
  #followed: Pick<Editor["state"], "camera" | "viewport">;

  constructor(options: MinimapOptions) {
    const { editor, size } = options;
    const store = drawnStore(options.store);
    this.#options = options;
    this.#followed = editor.state;
    this.#sheet = new MapSheet(size, THEMES[options.theme]);
    this.#picture = new MapPicture({
      view: store.view,
      size,
      pen: this.#sheet,
      isWanted: (contents) => this.#face !== undefined && isMapUseful(contents, editor.state.camera, editor.state.viewport),
      onChange: () => this.#note(),
      now: () => performance.now(),
      setTimer: whenIdle,
    });
    this.#stops = [store.subscribe(() => this.#picture.noteChange()), editor.subscribe(() => this.#follow())];
  }

  attach(face: MapFace | undefined): void {
    this.#face = face;
    this.#drawn = undefined;
    if (face === undefined) return;
    this.#picture.noteView();
    this.#note();
  }

  setTheme(theme: ThemeName): void {
    this.#sheet.theme = THEMES[theme];
    this.#picture.noteAppearance();
  }

  grasp(at: Vec): Vec {
    const seen = this.#seen();
    if (seen === undefined || !boxContainsPoint(seen, at)) return { x: 0, y: 0 };
    return { x: seen.x + seen.w / 2 - at.x, y: seen.y + seen.h / 2 - at.y };
  }

  moveTo(at: Vec): void {
    const { editor } = this.#options;
    const { camera } = this.#picture;
    if (camera !== undefined) editor.setCamera(cameraAt(camera, at, editor.state.camera, editor.state.viewport));
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#picture.dispose();
  }

  #follow(): void {
    const { state } = this.#options.editor;
    const { camera, viewport } = this.#followed;
    if (state.camera === camera && state.viewport === viewport) return;
    this.#followed = state;
    this.#note();
    this.#picture.noteView();
  }

  /** Where the screen is on the map; undefined before there is one. */
  #seen(): Box | undefined {
    const { editor, size } = this.#options;
    const { camera } = this.#picture;
    return camera && seenOnMap(camera, size, editor.state.camera, editor.state.viewport);
  }

  #note(): void {
    const { camera, viewport } = this.#options.editor.state;
    const isUseful = isMapUseful(this.#picture.contents, camera, viewport);
    if (isUseful !== this.#isUseful) this.#options.onUseful(isUseful);
    this.#isUseful = isUseful;
    if (isUseful) this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = undefined;
    const seen = this.#seen();
    if (this.#face === undefined || seen === undefined) return;
    const { canvas, frame } = this.#face;
    const { redraws } = this.#picture;
    if (this.#drawn !== redraws) this.#sheet.drawOn(canvas);
    this.#drawn = redraws;
    frame.style.translate = `${seen.x}px ${seen.y}px`;
    frame.style.inlineSize = `${seen.w}px`;
    frame.style.blockSize = `${seen.h}px`;
  }
}

/** The map waits for what is more urgent, but not for ever, ms. */
const IDLE_WITHIN_MS = 2_000;

/** Calls back once after `ms`, when the page has nothing better to do. The result cancels it. */
function whenIdle(ms: number, callback: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    // Some browsers have no such call; there the map takes its turn like anything else.
    if (typeof requestIdleCallback === "undefined") callback();
    else idle = requestIdleCallback(callback, { timeout: IDLE_WITHIN_MS });
  }, ms);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
