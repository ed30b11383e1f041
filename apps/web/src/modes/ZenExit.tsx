// Zen: all that stands around the board is out of sight (modes.css), and this small way back is left in a corner.
import type { EditorState } from "@inkroom/editor";
import Minimize from "lucide-react/icons/minimize-2";
import { useEffect } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { focusOnPaper } from "../layers/focus-paper.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { word } from "./words.ts";
import "./modes.css";

const selectZen = (state: EditorState): boolean => state.zen;

export function ZenExit() {
  const isZen = useEditorState(selectZen);
  return isZen ? <WayBack /> : null;
}

function WayBack() {
  const { editor, layers } = useBoard();
  const signs = useKeySigns();
  // What is asked for later is shown.
  useEffect(() => layers.closePanel(), [layers]);
  const leave = (): void => {
    editor.run("view.zen");
    focusOnPaper();
  };
  return (
    <div className="zen-exit surface">
      <IconButton icon={Minimize} label={word("leaveZen")} keys={keyOf("view.zen", signs)} onClick={leave} />
    </div>
  );
}
