// Where and how the text field has to stand to cover the words on a shape: pure arithmetic, in CSS terms.
import type { Camera } from "@inkroom/editor";
import { cssColor } from "./css-color.ts";
import { cssFont, hasItems, isCustomColor, LINE_HEIGHT, listSpan, shapeKindOf, type TextBearing, type TextBlock } from "@inkroom/shapes";

export type TextFrame = {
  readonly style: Readonly<Record<"transform" | "width" | "height" | "font" | "textAlign" | "opacity" | "color" | "caretColor", string>>;
  /** False: the box follows the longest line. */
  readonly wraps: boolean;
};

/** Room for the caret behind the last letter, in page units. */
const CARET_ROOM = 2;

/**
 * The field is laid out in page units and scaled as a whole, so that its lines break where the measured ones do.
 * The turn is about the centre of the shape's frame, as on the board. Undefined for a shape on which nothing can be written.
 */
export function textFrame(shape: TextBearing, camera: Camera): TextFrame | undefined {
  const kind = shapeKindOf<TextBearing>(shape);
  const block = kind.textBlock?.(shape);
  if (block === undefined) return undefined;
  const { zoom } = camera;
  const { box, fontSize, wraps, face, paint } = block;
  const { x, w, align } = lineSpan(block);
  // A label that is empty yet has no height: its caret has.
  const h = Math.max(box.h, LINE_HEIGHT * fontSize);
  const top = box.y - (block.centred ? (h - box.h) / 2 : 0);
  const frame = kind.frame(shape);
  const pivotX = (frame.x + frame.w / 2 - x) * zoom;
  const pivotY = (frame.y + frame.h / 2 - top) * zoom;
  const turn =
    shape.rotation === 0 ? "" : ` translate(${pivotX}px, ${pivotY}px) rotate(${shape.rotation}rad) translate(${-pivotX}px, ${-pivotY}px)`;
  const color = cssColor(paint);
  return {
    style: {
      transform: `translate(${(shape.x + x - camera.x) * zoom}px, ${(shape.y + top - camera.y) * zoom}px)${turn} scale(${zoom})`,
      width: `${wraps ? Math.min(box.w, w + CARET_ROOM) : w + CARET_ROOM}px`,
      height: `${h}px`,
      font: cssFont(face, fontSize),
      textAlign: align,
      opacity: String(shape.opacity),
      color,
      // On a ground of any colour the accent may not be seen.
      caretColor: paint.shade === "contrast" || isCustomColor(paint.color) ? color : "",
    },
    wraps,
  };
}

/**
 * Where the lines are, and how they are set: as on the board, a text with lists is a block in which each line begins at the side
 * from which it is read. The letters of a marker take the place of its sign; lines of an item that are wrapped do not stand in.
 */
function lineSpan(block: TextBlock): { readonly x: number; readonly w: number; readonly align: string } {
  return hasItems(block.text) ? { ...listSpan(block), align: "start" } : { ...block.box, align: block.align };
}
