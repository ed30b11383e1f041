// One DOM pointer event as the editor's input, in pixels of the canvas element.
import type { PointerInput, PointerKind } from "@inkroom/editor";

export function toPointerInput(event: PointerEvent, type: PointerInput["type"], element: Element, isMac: boolean): PointerInput {
  const rect = element.getBoundingClientRect();
  const at = ({ clientX, clientY }: PointerEvent) => ({ x: clientX - rect.left, y: clientY - rect.top });
  const samples = type === "pointer-move" ? event.getCoalescedEvents() : [];
  const points = samples.map((sample) => ({ ...at(sample), pressure: sample.pressure }));
  return {
    type,
    pointerId: event.pointerId,
    pointerType: kindOf(event.pointerType),
    isPrimary: event.isPrimary,
    button: event.button,
    buttons: event.buttons,
    screen: at(event),
    ...(points.length > 0 ? { points } : {}),
    pressure: event.pressure,
    shift: event.shiftKey,
    alt: event.altKey,
    mod: isMac ? event.metaKey : event.ctrlKey,
    tMs: event.timeStamp,
  };
}

function kindOf(pointerType: string): PointerKind {
  return pointerType === "pen" || pointerType === "touch" ? pointerType : "mouse";
}
