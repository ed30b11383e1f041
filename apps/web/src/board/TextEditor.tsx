// Where the text field is while a text is edited. Its code is fetched when the page is idle; what is typed before it has come is not lost.
import type { EditorState } from "@inkroom/editor";
import { Suspense, useState } from "react";
import { createTypedAhead } from "../host/typed-ahead.ts";
import { KeysAhead } from "../layers/KeysAhead.tsx";
import { lazyPart } from "../ui/lazy-part.ts";
import { useBoard, useEditorState } from "./board-context.ts";

export const TextField = lazyPart(async () => (await import("./TextField.tsx")).TextField);

const selectEditedId = (state: EditorState): string | undefined => state.editingText?.id;

export function TextEditor() {
  const { editor } = useBoard();
  const id = useEditorState(selectEditedId);
  const [typed] = useState(() => createTypedAhead({ hasLines: true }));
  return id === undefined ? null : (
    <Suspense fallback={<KeysAhead typed={typed} onClose={() => editor.finishEditingText()} />}>
      <TextField key={id} id={id} typed={typed} />
    </Suspense>
  );
}
