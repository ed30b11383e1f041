// Where this person points, told to the others as a place on the paper.
import { type Editor, screenToPage } from "@inkroom/editor";
import type { Session } from "@inkroom/sync";
import type { Point } from "../transfer/transfer.ts";

/** `screen`: undefined where the pointer is not over the board. */
export function tellPointer(editor: Pick<Editor, "state">, session: Pick<Session, "moveCursor">, screen: Point | undefined): void {
  const page = screen && screenToPage(editor.state.camera, screen);
  session.moveCursor(page?.x, page?.y);
}
