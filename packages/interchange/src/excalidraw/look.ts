// The colours and the filling of a shape as an element has them, and back. What Excalidraw has no word for stands in the element's
// `customData`, and counts as long as nobody has changed the element's colours there.
import {
  colorSchema,
  type Color,
  type FillColor,
  fillColorSchema,
  type FillName,
  fillSchema,
  insideColor,
  type Shape,
} from "@inkroom/shapes";
import * as v from "valibot";
import type { Element } from "./element.ts";
import { LossCount } from "./losses.ts";
import { backgroundColorOf, readColor, strokeColorOf } from "./palette.ts";

export type ColorLook = { readonly color: Color; readonly fill: FillName; readonly fillColor: FillColor };
type Painted = Pick<Element, "strokeColor" | "backgroundColor" | "fillStyle">;

/** Excalidraw's names of ways to fill. It has no dots. */
const FILL_STYLES: { readonly [K in FillName]: string } = {
  none: "solid",
  semi: "solid",
  solid: "solid",
  hachure: "hachure",
  "cross-hatch": "cross-hatch",
  dots: "hachure",
};
/** Excalidraw's ways of filling that are patterns. */
const PATTERNS: Readonly<Record<string, FillName>> = { hachure: "hachure", zigzag: "hachure", "cross-hatch": "cross-hatch", dots: "dots" };

const markSchema = v.object({
  inkroom: v.object({ color: colorSchema, fill: v.optional(fillSchema, "none"), fillColor: fillColorSchema }),
});

/** What an element is painted with, and what is to stand in its `customData`: undefined where it is read as it was anyway. */
export function paintedLook(
  shape: Partial<ColorLook> | Shape,
): Painted & { readonly customData?: { readonly inkroom: Partial<ColorLook> } } {
  // reason: each kind of shape has some of them, or none.
  const { color = "ink", fill = "none", fillColor = "same" } = shape as Partial<ColorLook>;
  const look: ColorLook = { color, fill, fillColor };
  const painted = paint(look);
  const read = plainLook(painted, new LossCount());
  if (read.color === look.color && read.fill === look.fill && insideColor(read) === insideColor(look)) return painted;
  return { ...painted, customData: { inkroom: look.fill === "none" ? { color: look.color } : look } };
}

/** The look of an element. One outline and inside where the element has no outline. */
export function lookOfElement(element: Painted & Pick<Element, "customData">, losses: LossCount): ColorLook {
  const { success, output } = v.safeParse(markSchema, element.customData);
  if (success && isSame(paint(output.inkroom), element)) return output.inkroom;
  return plainLook(element, losses);
}

function paint(look: ColorLook): Painted {
  const { color, fill } = look;
  return {
    strokeColor: strokeColorOf(color),
    backgroundColor: fill === "none" ? "transparent" : backgroundColorOf(insideColor(look), fill === "semi"),
    fillStyle: FILL_STYLES[fill],
  };
}

function isSame(a: Painted, b: Painted): boolean {
  return a.strokeColor === b.strokeColor && a.backgroundColor === b.backgroundColor && a.fillStyle === b.fillStyle;
}

function plainLook({ strokeColor, backgroundColor, fillStyle }: Painted, losses: LossCount): ColorLook {
  const stroke = readColor(strokeColor, losses);
  const inside = readColor(backgroundColor, losses);
  const color = stroke ?? inside ?? "ink";
  if (inside === undefined) return { color, fill: "none", fillColor: "same" };
  return { color, fill: PATTERNS[fillStyle] ?? "solid", fillColor: inside === color ? "same" : inside };
}
