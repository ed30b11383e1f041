// Where the field of a frame's name is while one is given. Its code is fetched when the page is idle; what is typed before it has
// come is not lost.
import type { EditorState } from "@inkroom/editor";
import { Suspense, useEffect, useState } from "react";
import { createTypedAhead } from "../host/typed-ahead.ts";
import { KeysAhead } from "../layers/KeysAhead.tsx";
import { lazyPart } from "../ui/lazy-part.ts";
import { useBoard, useEditorState } from "./board-context.ts";

const FrameNameField = lazyPart(async () => (await import("./FrameNameField.tsx")).FrameNameField);
const selectRenaming = (state: EditorState): string | undefined => state.renaming;

export function FrameNaming() {
  const { editor } = useBoard();
  const id = useEditorState(selectRenaming);
  const [typed] = useState(createTypedAhead);
  // What is typed for one frame is not for the next.
  useEffect(() => () => typed.clear(), [id, typed]);
  return id === undefined ? null : (
    <Suspense fallback={<KeysAhead typed={typed} onClose={() => editor.finishRenaming()} />}>
      <FrameNameField key={id} id={id} typed={typed} />
    </Suspense>
  );
}
