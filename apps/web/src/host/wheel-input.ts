// Wheel and trackpad -> the editor's wheel input, in pixels whatever unit the device reports.
import type { InputEvent } from "@inkroom/editor";

/** Pixels per line where a mouse reports lines. */
const LINE_PX = 16;

/** Starts listening on `element`; the result stops it. A pinch on a trackpad arrives as a wheel with ctrl. */
export function attachWheelInput(element: HTMLElement, dispatch: (event: InputEvent) => void): () => void {
  const onWheel = (event: WheelEvent): void => {
    // Not passive: the page itself must neither scroll nor zoom.
    event.preventDefault();
    const rect = element.getBoundingClientRect();
    const unit = event.deltaMode === 1 ? LINE_PX : event.deltaMode === 2 ? rect.height : 1;
    dispatch({
      type: "wheel",
      screen: { x: event.clientX - rect.left, y: event.clientY - rect.top },
      dx: event.deltaX * unit,
      dy: event.deltaY * unit,
      shift: event.shiftKey,
      alt: event.altKey,
      mod: event.ctrlKey || event.metaKey,
    });
  };
  element.addEventListener("wheel", onWheel, { passive: false });
  return () => element.removeEventListener("wheel", onWheel);
}
