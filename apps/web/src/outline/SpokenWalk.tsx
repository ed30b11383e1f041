// The keyboard on the board: says where Tab has led to, for those who do not see it, and stays there when buttons are clicked.
import type { EditorState } from "@inkroom/editor";
import { useEffect } from "react";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { keepKeyboard } from "../host/keep-keyboard.ts";
import { t } from "../i18n/translate-later.ts";
import { shapeLabel } from "./outline-entries.ts";

const selectWalked = ({ walked }: EditorState): EditorState["walked"] => walked;

export function SpokenWalk() {
  const { editor } = useBoard();
  useEffect(keepKeyboard, []);
  const walked = useEditorState(selectWalked);
  const shape = walked === undefined ? undefined : editor.shape(walked.id);
  const said = walked === undefined || shape === undefined ? "" : t("walk.said", { ...walked, name: shapeLabel(shape) });
  return (
    <p className="only-spoken walk-said" aria-live="polite">
      {said}
    </p>
  );
}
