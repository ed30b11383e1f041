// Covers all of the board but the slide, and hides what is not drawn yet when another one comes.
import { frameCorners, type FrameShape, selectionFrame } from "@inkroom/shapes";
import { pageToScreen } from "@inkroom/editor";
import { useEditorState } from "../board/board-context.ts";
import { slideOf } from "./slide-show.ts";

export function SlideSurround({ frame }: { readonly frame: FrameShape }) {
  const camera = useEditorState((state) => state.camera);
  const outline = selectionFrame([slideOf(frame)]);
  if (outline === undefined) return null;
  const corners = frameCorners(outline).map((corner) => pageToScreen(camera, corner));
  const hole = [...corners, ...corners.slice(0, 1)].map(({ x, y }) => `${x}px ${y}px`);
  return (
    <>
      <div className="slide-veil" key={frame.id} />
      <div className="slide-surround" style={{ clipPath: `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${hole.join(", ")})` }} />
    </>
  );
}
