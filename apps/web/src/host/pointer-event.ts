// One DOM pointer event as the editor's input, in pixels of the canvas element.
import type { PointerInput, PointerKind } from "@inkroom/editor";

export function toPointerInput(event: PointerEvent, type: PointerInput["type"], element: Element, isMac: boolean): PointerInput {
  const rect = element.getBoundingClientRect();
  const at = ({ clientX, clientY }: PointerEvent) => ({ x: clientX - rect.left, y: clientY - rect.top });
  const samples = type === "pointer-move" ? event.getCoalescedEvents() : [];
  const sampleOf = (sample: PointerEvent) => ({ ...at(sample), pressure: sample.pressure });
  const points = samples.map(sampleOf);
  const predicted = type === "pointer-move" ? predictedOf(event).map(sampleOf) : [];
  return {
    type,
    pointerId: event.pointerId,
    pointerType: kindOf(event.pointerType),
    isPrimary: event.isPrimary,
    button: event.button,
    buttons: event.buttons,
    screen: at(event),
    ...(points.length > 0 ? { points } : {}),
    ...(predicted.length > 0 ? { predicted } : {}),
    pressure: event.pressure,
    shift: event.shiftKey,
    alt: event.altKey,
    mod: isMac ? event.metaKey : event.ctrlKey,
    tMs: event.timeStamp,
  };
}

/** How far ahead a prediction is believed, ms: about the frame that is being made. */
const AHEAD_MS = 17;

/** Where the browser expects the pointer to be by the time this is seen. A mouse is quick to turn, and shown by its cursor anyway. */
function predictedOf(event: PointerEvent): readonly PointerEvent[] {
  if (event.pointerType === "mouse" || event.buttons === 0) return [];
  return event.getPredictedEvents().filter(({ timeStamp }) => timeStamp - event.timeStamp <= AHEAD_MS);
}

function kindOf(pointerType: string): PointerKind {
  return pointerType === "pen" || pointerType === "touch" ? pointerType : "mouse";
}
