// Where a link leads, beside the badge that the pointer is over: before one goes there.
import { type EditorState, pageToScreen } from "@inkroom/editor";
import { LINK_BADGE_PX, linkBadgeAt } from "@inkroom/shapes";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { useReadable } from "../ui/readable.ts";
import { Bubble } from "../ui/TipBubble.tsx";
import { linkWord } from "./words.ts";
import "./links.css";

/** The end of a long address says less than its beginning. */
const MAX_SHOWN = 120;
const selectOver = ({ overLink }: EditorState): string | undefined => overLink;
const selectCamera = ({ camera }: EditorState): EditorState["camera"] => camera;

export function LinkTip() {
  const { editor, layers } = useBoard();
  const isCovered = useReadable(layers.asked) !== undefined;
  const over = useEditorState(selectOver);
  const camera = useEditorState(selectCamera);
  const shape = over === undefined ? undefined : editor.shape(over);
  const at = shape && linkBadgeAt(shape, camera.zoom);
  if (shape === undefined || at === undefined || isCovered) return null;
  const { x, y } = pageToScreen(camera, at);
  const { radius } = LINK_BADGE_PX;
  const { link } = shape;
  const shown = link.length > MAX_SHOWN ? `${link.slice(0, MAX_SHOWN)}…` : link;
  return (
    <Bubble key={over} className="link-tip" side="top" rect={{ top: y - radius, left: x - radius, width: 2 * radius, height: 2 * radius }}>
      {link.startsWith("#") ? linkWord("toPlace") : shown}
    </Bubble>
  );
}
