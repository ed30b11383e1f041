// Which shapes look different in another font.
import { hasText, type Shape } from "@inkroom/shapes";

/** Whether there are words on it: its own, the author's name on a note, or what a card leads to. */
export function showsText(shape: Shape): boolean {
  if (shape.kind === "card" || (shape.kind === "note" && shape.author !== "")) return true;
  return hasText(shape) && shape.text !== "";
}
