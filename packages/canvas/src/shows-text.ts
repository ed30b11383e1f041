// Which shapes look different in another font.
import { hasText, type Shape } from "@inkroom/shapes";

/** Whether there are words on it: its own, or the author's name on a note. */
export function showsText(shape: Shape): boolean {
  if (shape.kind === "note" && shape.author !== "") return true;
  return hasText(shape) && shape.text !== "";
}
