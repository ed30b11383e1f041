// Whether strokes of the pen become the shapes they resemble: seen while the pen is in the hand.
import type { EditorState } from "@inkroom/editor";
import Shapes from "lucide-react/icons/shapes";
import * as Toggle from "radix-ui/toggle";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { tip } from "../ui/tip.ts";

const selectIsSeen = ({ tool, selection }: EditorState): boolean => tool === "draw" && selection.size === 0;
const selectIsOn = (state: EditorState): boolean => state.autoShape;

export function AutoShapeRow() {
  const { editor } = useBoard();
  const signs = useKeySigns();
  const isSeen = useEditorState(selectIsSeen);
  const isOn = useEditorState(selectIsOn);
  if (!isSeen) return null;
  return (
    <div className="auto-shape">
      <Toggle.Root
        className="choice"
        pressed={isOn}
        onPressedChange={() => void editor.run("tool.auto-shape")}
        {...tip(commandLabel("tool.auto-shape"), keyOf("tool.auto-shape", signs))}
      >
        <Shapes size={18} strokeWidth={1.75} aria-hidden />
        {t("style.autoShape")}
      </Toggle.Root>
    </div>
  );
}
