// The names of frames in pictures: as texts over the frames, as large as they are on a board at 100 %.
import {
  fittingName,
  FONT_SIZES,
  FRAME_NAME_PX,
  frameNameBox,
  frameNameRoom,
  type FrameShape,
  LINE_HEIGHT,
  type LineMeasurer,
  PLAIN_FACE,
  type Shape,
  type TextShape,
  toPage,
} from "@inkroom/shapes";

const SIZE = "s";

/** The shapes with a text for each frame that has a name, on top of everything, as on the board. */
export function withFrameNames(shapes: readonly Shape[], measureLine: LineMeasurer): readonly Shape[] {
  return [...shapes, ...shapes.flatMap((shape) => (shape.kind === "frame" && shape.name !== "" ? [nameOf(shape, measureLine)] : []))];
}

function nameOf(frame: FrameShape, measureLine: LineMeasurer): TextShape {
  const widthOf = (text: string): number => measureLine(text, FRAME_NAME_PX.font, PLAIN_FACE);
  const text = fittingName(frame.name.replaceAll(/\s/g, " "), frameNameRoom(frame, 1), widthOf);
  const box = frameNameBox(frame, 1, widthOf(text));
  const middle = toPage(frame, { x: box.x + box.w / 2, y: box.y + box.h / 2 });
  const h = LINE_HEIGHT * FRAME_NAME_PX.font;
  return {
    kind: "text",
    // Ids of shapes have no such sign.
    id: `${frame.id}.name`,
    parent: frame.parent,
    index: frame.index,
    x: middle.x - box.w / 2,
    y: middle.y - h / 2,
    w: box.w,
    h,
    rotation: frame.rotation,
    opacity: 1,
    locked: false,
    link: "",
    text,
    autoWidth: true,
    scale: FRAME_NAME_PX.font / FONT_SIZES[SIZE],
    size: SIZE,
    align: "left",
    color: "grey",
    ...PLAIN_FACE,
  };
}
