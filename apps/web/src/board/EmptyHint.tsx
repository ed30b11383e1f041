// What a board says as long as there is nothing on it. Gone with the first touch.
import { useEditorState, useBoard } from "./board-context.ts";
import type { EditorState } from "@inkroom/editor";
import { t } from "../i18n/translate.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { useReadable } from "../ui/readable.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";

const selectIsIdle = (state: EditorState): boolean => !state.readonly && !state.busy && state.editingText === undefined;

export function EmptyHint() {
  const { isEmpty } = useBoard();
  const empty = useReadable(isEmpty);
  const isIdle = useEditorState(selectIsIdle);
  const signs = useKeySigns();
  const isTouched = useMediaQuery("(pointer: coarse)");
  if (!empty || !isIdle) return null;
  return (
    <div className="empty-hint">
      <svg width="132" height="56" viewBox="0 0 132 56" aria-hidden>
        <path
          pathLength={1}
          d="M8 40C24 10 40 2 44 12c5 12-19 34-7 36 12 3 23-33 35-29 8 3-3 21 12 19 14-2 22-12 40-15"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
        />
      </svg>
      <p className="empty-title">{t("board.empty.title")}</p>
      <p>{t("board.empty.text")}</p>
      <p className="empty-more">
        {isTouched ? t("board.empty.fingers") : t("board.empty.keys", { find: keyOf("open.palette", signs) ?? "", help: "?" })}
      </p>
    </div>
  );
}
