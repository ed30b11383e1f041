// A pointer that rests points at another place of the paper when the view moves under it: the others are told of it again.
import type { Camera, Editor } from "@inkroom/editor";
import type { Readable } from "../ui/readable.ts";

/** `followed`: whom the view goes after. `tell`: tells where the pointer is. Ends by the result. */
export function tellRestingPointer(editor: Editor, followed: Readable<number | undefined>, tell: () => void): () => void {
  let told: Camera | undefined;
  const onView = (): void => {
    const { camera } = editor.state;
    // A view that goes after somebody says nothing of the own hand. And two who follow each other would never come to rest: each
    // would be told of a pointer that has moved, by the view that has just gone after theirs.
    if (camera === told || followed.get() !== undefined) return;
    told = camera;
    tell();
  };
  const stops = [editor.subscribe(onView), followed.subscribe(onView)];
  // The view may have moved since the pointer last did, while nobody was here.
  onView();
  return () => stops.forEach((stop) => stop());
}
