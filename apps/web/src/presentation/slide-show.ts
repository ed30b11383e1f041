// The frames of a board shown one after the other: which one is on show, and the view that goes with it. Nothing is drawn here.
import { type Editor, fitBox, framesInOrder, isSameCamera } from "@inkroom/editor";
import type { BoardStore } from "@inkroom/model";
import { type FrameShape, pageFrameBounds, type ShapeId } from "@inkroom/shapes";
import { createWritable, type Readable } from "../ui/readable.ts";

export type Slide = {
  readonly frame: FrameShape;
  /** 1 for the first one. */
  readonly place: number;
  readonly count: number;
};

export type SlideShow = {
  /** Undefined where the last frame is gone, and where there never was one. */
  readonly slide: Readable<Slide | undefined>;
  /** To the slide so many further on, or back; no further than to the first and the last one. */
  go(step: number): void;
  readonly isLaserOn: Readable<boolean>;
  setLaser(isOn: boolean): void;
  /** Gives back view, tool and selection. */
  dispose(): void;
};

/** A frame's border is in the way of what it holds: so much is cut off at each side, page units. */
const BORDER = 1;
const NO_MARGIN = { x: 0, y: 0 };

/** What of a frame is shown as a slide: all but its border. */
export function slideOf(frame: FrameShape): FrameShape {
  const cut = Math.min(BORDER, frame.w / 4, frame.h / 4);
  return { ...frame, x: frame.x + cut, y: frame.y + cut, w: frame.w - 2 * cut, h: frame.h - 2 * cut };
}

/**
 * Takes the view from now on: whatever else moves it, the slide stays. `from`: the frame to begin with; absent, or no longer
 * there, the first one.
 */
export function createSlideShow(editor: Editor, store: Pick<BoardStore, "subscribe">, from: ShapeId | undefined): SlideShow {
  const before = putAway(editor);
  const slide = createWritable<Slide | undefined>(undefined, isSameSlide);
  const isLaserOn = createWritable(false);
  let at = Math.max(
    0,
    framesInOrder(editor.view).findIndex(({ id }) => id === from),
  );
  /** The one on show, which goes on being shown where others come and go. */
  let shown = from;
  let frames = framesInOrder(editor.view);
  const hold = (): void => {
    const now = slide.get();
    if (now === undefined) return;
    const { camera, viewport } = editor.state;
    const wanted = fitBox(pageFrameBounds(slideOf(now.frame)), viewport, Infinity, NO_MARGIN);
    if (!isSameCamera(camera, wanted)) editor.setCamera(wanted);
  };
  const show = (place: number): void => {
    at = Math.max(0, Math.min(place, frames.length - 1));
    const frame = frames[at];
    shown = frame?.id;
    slide.set(frame && { frame, place: at + 1, count: frames.length });
    hold();
  };
  const onBoard = ({ touched }: { readonly touched: ReadonlySet<ShapeId> }): void => {
    const ids = editor.view.frames();
    if (![...touched].some((id) => ids.has(id)) && ids.size === frames.length) return;
    frames = framesInOrder(editor.view);
    const place = frames.findIndex(({ id }) => id === shown);
    // Where the one on show is gone, the next one has taken its place.
    show(place < 0 ? at : place);
  };
  show(at);
  const stops = [store.subscribe(onBoard), editor.subscribe(hold)];
  return {
    slide,
    go: (step) => show(at + step),
    isLaserOn,
    setLaser(isOn) {
      isLaserOn.set(isOn);
      editor.setTool(isOn ? "laser" : "hand");
    },
    dispose() {
      for (const stop of stops) stop();
      before();
    },
  };
}

/** Ends what is under way, and leaves nothing on the board that is no part of it. The result brings view, tool and selection back. */
function putAway(editor: Editor): () => void {
  editor.finishEditingText();
  editor.finishRenaming();
  editor.dispatch({ type: "cancel" });
  const { camera, tool, selection } = editor.state;
  editor.select([]);
  editor.setTool("hand");
  return () => {
    editor.dispatch({ type: "cancel" });
    editor.setTool(tool);
    editor.select(selection);
    editor.setCamera(camera);
  };
}

function isSameSlide(a: Slide | undefined, b: Slide | undefined): boolean {
  return a?.frame === b?.frame && a?.place === b?.place && a?.count === b?.count;
}
