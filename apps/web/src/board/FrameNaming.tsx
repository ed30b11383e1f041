// Where the field of a frame's name is while one is given. Its code is fetched when the page is idle; what is typed before it has
// come is not lost.
import type { EditorState } from "@inkroom/editor";
import { Suspense } from "react";
import { KeysAhead } from "../layers/KeysAhead.tsx";
import { useTypedAhead } from "../layers/use-typed-ahead.ts";
import { lazyPart } from "../ui/lazy-part.ts";
import { useBoard, useEditorState } from "./board-context.ts";

const FrameNameField = lazyPart(async () => (await import("./FrameNameField.tsx")).FrameNameField);
const selectRenaming = (state: EditorState): string | undefined => state.renaming;

export function FrameNaming() {
  const { editor } = useBoard();
  const id = useEditorState(selectRenaming);
  const typed = useTypedAhead(id);
  return id === undefined ? null : (
    <Suspense fallback={<KeysAhead typed={typed} onClose={() => editor.finishRenaming()} />}>
      <FrameNameField key={id} id={id} typed={typed} />
    </Suspense>
  );
}
