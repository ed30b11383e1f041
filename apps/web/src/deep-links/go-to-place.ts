// Brings a place that a link names before the eyes, as soon as it is there: a board may still be on its way, part by part.
import { type Camera, type Editor, fitBox, MAX_ZOOM } from "@inkroom/editor";
import type { BoardStore } from "@inkroom/model";
import type { BoardPlace } from "@inkroom/shapes";
import type { Session } from "@inkroom/sync";
import { showSelection } from "../navigation/show-selection.ts";

export type PlacePorts = {
  readonly editor: Editor;
  readonly store: Pick<BoardStore, "subscribe">;
  readonly session: Pick<Session, "state" | "subscribe">;
};

const NO_MARGIN = { x: 0, y: 0 };

/**
 * `onDone` is called once: true where the place is in view, false where the board, now that all of it is here, has none of the
 * shapes. Until all is here what has come is shown, and followed as long as nobody moves the view. The result gives up.
 */
export function goToPlace(place: BoardPlace, { editor, store, session }: PlacePorts, onDone: (isThere: boolean) => void): () => void {
  const stops: (() => void)[] = [];
  let own: Camera | undefined;
  let isBusy = false;
  const stop = (): void => {
    isBusy = true;
    for (const each of stops.splice(0)) each();
  };
  const look = (): void => {
    // What is selected here is heard of here as well.
    if (isBusy || editor.state.viewport.w === 0) return;
    isBusy = true;
    const isThere = place.kind === "view" || place.ids.some((id) => editor.shape(id) !== undefined);
    if (isThere && (own === undefined || editor.state.camera === own)) own = show(place, editor);
    isBusy = false;
    if (place.kind === "shapes" && session.state.kind !== "live") return;
    stop();
    onDone(isThere);
  };
  stops.push(
    store.subscribe(look),
    session.subscribe(look),
    editor.subscribe(() => own === undefined && look()),
  );
  look();
  return stop;
}

/** Gives the camera as it is then. */
function show(place: BoardPlace, editor: Editor): Camera {
  if (place.kind === "view") editor.setCamera(fitBox(place.box, editor.state.viewport, MAX_ZOOM, NO_MARGIN));
  else {
    editor.setTool("select");
    editor.select(place.ids);
    showSelection(editor);
  }
  return editor.state.camera;
}
