// The frames of the board as slides: one fills the view, all else is out of sight, a small bar comes with the pointer.
import { useCallback, useEffect, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { focusPaper } from "../layers/focus-paper.ts";
import { useServices } from "../services.ts";
import { useReadable } from "../ui/readable.ts";
import { attachSlideKeys, type SlideAction } from "./slide-keys.ts";
import { createSlideShow, type Slide, type SlideShow } from "./slide-show.ts";
import { SlideBar } from "./SlideBar.tsx";
import { SlideSurround } from "./SlideSurround.tsx";
import { SlideTouch } from "./SlideTouch.tsx";
import { type FullScreen, useFullScreen } from "./use-full-screen.ts";
import { useResting } from "./use-resting.ts";
import { slideWord } from "./words.ts";
import "./presentation.css";

type PresentationProps = { /** The frame to begin with. */ readonly from: string | undefined; readonly onClose: () => void };

export function Presentation({ from, onClose }: PresentationProps) {
  const board = useBoard();
  const { toast } = useServices();
  const [show, setShow] = useState<SlideShow | undefined>(undefined);
  useEffect(() => {
    const { editor, following, leading, store } = board;
    following.stop();
    const wasLeading = leading.isOn.get();
    const made = createSlideShow(editor, store, from);
    const endWithNone = (wasBegun: boolean): void => {
      if (made.slide.get() !== undefined) return;
      onClose();
      const { readonly } = editor.state;
      const draw = { label: slideWord("frame"), run: () => editor.setTool("frame") };
      if (wasBegun) toast.set({ title: slideWord("goneTitle"), text: slideWord("gone"), kind: "loss" });
      else if (readonly) toast.set({ title: slideWord("noneTitle"), text: slideWord("noneToSee"), kind: "failure" });
      else toast.set({ title: slideWord("noneTitle"), text: slideWord("none"), kind: "failure", action: draw });
    };
    const stop = made.slide.subscribe(() => endWithNone(true));
    endWithNone(false);
    setShow(made);
    return () => {
      stop();
      // Those who were brought along stay where they are, and do not see the view go back.
      if (!wasLeading) leading.stop();
      made.dispose();
    };
  }, [board, from, onClose, toast]);
  const slide = useReadable(show?.slide ?? NOTHING);
  return show === undefined || slide === undefined ? null : <Stage show={show} slide={slide} onClose={onClose} />;
}

const NOTHING = { get: () => undefined, subscribe: () => () => undefined };

type StageProps = { readonly show: SlideShow; readonly slide: Slide; readonly onClose: () => void };

function Stage({ show, slide, onClose }: StageProps) {
  const isResting = useResting();
  const isLaserOn = useReadable(show.isLaserOn);
  const fullScreen = useFullScreen(onClose);
  useSlideKeys(show, fullScreen, onClose);
  useTellPointer(slide.frame.id);
  const [section, setSection] = useState<HTMLElement | null>(null);
  useEffect(() => {
    section?.focus({ preventScroll: true });
    return () => focusPaper(new Event("close"));
  }, [section]);
  const { place, count, frame } = slide;
  const spoken = frame.name === "" ? slideWord("slide", { place, count }) : slideWord("namedSlide", { place, count, name: frame.name });
  return (
    <section
      ref={setSection}
      className="presentation"
      aria-label={slideWord("label")}
      tabIndex={-1}
      data-resting={isResting || undefined}
      data-laser={isLaserOn || undefined}
    >
      <SlideSurround frame={frame} />
      <SlideTouch onStep={show.go} />
      <p role="status" className="only-spoken">
        {spoken}
      </p>
      <SlideBar show={show} slide={slide} fullScreen={fullScreen} onClose={onClose} />
    </section>
  );
}

function useSlideKeys(show: SlideShow, { toggle, isPossible }: FullScreen, onClose: () => void): void {
  const act = useCallback(
    (action: SlideAction): void => {
      switch (action.kind) {
        case "step":
          return show.go(action.by);
        case "end":
          return onClose();
        case "laser":
          return show.setLaser(!show.isLaserOn.get());
        case "full-screen":
          if (isPossible) toggle();
          return;
        default:
          return action satisfies never;
      }
    },
    [show, toggle, isPossible, onClose],
  );
  useEffect(() => attachSlideKeys(act), [act]);
}

/** Others see where the pointer is, and who follows it comes along to the next slide. */
function useTellPointer(slideId: string): void {
  const { pointAt, editor } = useBoard();
  const [at] = useState<{ place: { readonly x: number; readonly y: number } | undefined }>({ place: undefined });
  useEffect(() => {
    const onMove = ({ clientX: x, clientY: y }: PointerEvent): void => {
      at.place = { x, y };
      pointAt(at.place);
    };
    window.addEventListener("pointermove", onMove);
    return () => window.removeEventListener("pointermove", onMove);
  }, [at, pointAt]);
  useEffect(() => {
    const { w, h } = editor.state.viewport;
    pointAt(at.place ?? { x: w / 2, y: h / 2 });
  }, [slideId, at, pointAt, editor]);
}
