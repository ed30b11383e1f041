// Shapes that words can be written on: texts, and all that may have a label.
import type { Shape } from "./shape.ts";

export type TextBearing = Extract<Shape, { readonly text: string }>;

export function hasText(shape: Shape): shape is TextBearing {
  return "text" in shape;
}

/** The properties that hold how wide and how high the words were measured to be. Of a text that is its box. */
export function textBoxNames({ kind }: Pick<TextBearing, "kind">): readonly ["w", "h"] | readonly ["textW", "textH"] {
  return kind === "text" ? ["w", "h"] : ["textW", "textH"];
}
