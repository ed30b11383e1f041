// Where and how the text field has to stand to cover a text shape: pure arithmetic, in CSS terms.
import type { Camera } from "@inkroom/editor";
import { type ColorName, FONT_FAMILY, FONT_WEIGHT, LINE_HEIGHT, textFontSize, type TextShape } from "@inkroom/shapes";

export type TextFrame = {
  readonly style: Readonly<Record<"transform" | "width" | "height" | "font" | "textAlign" | "opacity", string>>;
  /** False: the box follows the longest line. */
  readonly wraps: boolean;
  readonly color: ColorName;
};

/** Room for the caret behind the last letter, in page units. */
const CARET_ROOM = 2;

/**
 * The field is laid out in page units and scaled as a whole, so that its lines break where the measured ones do.
 * The turn is about the centre of the shape's box, as on the board.
 */
export function textFrame(shape: TextShape, camera: Camera): TextFrame {
  const left = (shape.x - camera.x) * camera.zoom;
  const top = (shape.y - camera.y) * camera.zoom;
  const halfW = (shape.w * camera.zoom) / 2;
  const halfH = (shape.h * camera.zoom) / 2;
  const turn =
    shape.rotation === 0 ? "" : ` translate(${halfW}px, ${halfH}px) rotate(${shape.rotation}rad) translate(${-halfW}px, ${-halfH}px)`;
  return {
    style: {
      transform: `translate(${left}px, ${top}px)${turn} scale(${camera.zoom})`,
      width: `${shape.w + (shape.autoWidth ? CARET_ROOM : 0)}px`,
      height: `${shape.h}px`,
      font: `${FONT_WEIGHT} ${textFontSize(shape)}px/${LINE_HEIGHT} ${FONT_FAMILY}`,
      textAlign: shape.align,
      opacity: String(shape.opacity),
    },
    wraps: !shape.autoWidth,
    color: shape.color,
  };
}
