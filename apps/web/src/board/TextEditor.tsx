// Where the text field is while a text is edited. Its code is fetched when the page is idle; what is typed before it has come is not lost.
import type { Editor, EditorState } from "@inkroom/editor";
import { Suspense } from "react";
import type { TypedAhead } from "../host/typed-ahead.ts";
import { KeysAhead } from "../layers/KeysAhead.tsx";
import { useTypedAhead } from "../layers/use-typed-ahead.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { useBoard, useEditorState } from "./board-context.ts";

export const TextField = lazyPart(async () => (await import("./TextField.tsx")).TextField);

const selectEditedId = (state: EditorState): string | undefined => state.editingText?.id;

export function TextEditor() {
  const { editor } = useBoard();
  const id = useEditorState(selectEditedId);
  const typed = useTypedAhead(id, { hasLines: true });
  return id === undefined ? null : (
    <Suspense fallback={<KeysAhead typed={typed} onClose={() => leave(editor, typed)} />}>
      <TextField key={id} id={id} typed={typed} />
    </Suspense>
  );
}

/** Done before the field was there: what was typed is in the text all the same. */
function leave(editor: Editor, typed: TypedAhead): void {
  const { text } = typed.read();
  const body = editor.state.editingText?.field;
  if (text !== "" && body !== undefined) editor.updateEditingText(body.text + text);
  editor.finishEditingText();
}
