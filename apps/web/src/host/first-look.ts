// What a person gets when a board opens: an empty one with the pen at hand, a drawn one with everything in view.
// Whoever has been quicker (another tool, another view) is left alone.
import { type Camera, type Editor, visibleBox } from "@inkroom/editor";
import type { Replica, Session } from "@inkroom/sync";
import { pageBounds } from "@inkroom/shapes";

/**
 * Acts once: on a board that opens with something on it as soon as there is room to show it, on any other when the session
 * first goes live. The result forgets about it.
 */
export function arrangeFirstLook({ editor, session, replica }: { editor: Editor; session: Session; replica: Replica }): () => void {
  const { tool, camera } = editor.state;
  const stops: (() => void)[] = [];
  const forget = (): void => {
    for (const stop of stops.splice(0)) stop();
  };
  const onEditor = (): void => {
    if (editor.state.viewport.w === 0) return;
    forget();
    showEverything(editor, camera);
  };
  const onSession = (): void => {
    if (session.state.kind !== "live") return;
    forget();
    if (editor.view.size > 0) showEverything(editor, camera);
    else if (replica.canEdit && editor.state.tool === tool) editor.setTool("draw");
  };
  if (editor.view.size === 0) stops.push(session.subscribe(onSession));
  else {
    stops.push(editor.subscribe(onEditor));
    onEditor();
  }
  return forget;
}

function showEverything(editor: Editor, startCamera: Camera): void {
  const { camera, viewport } = editor.state;
  if (camera !== startCamera || viewport.w === 0) return;
  const seen = visibleBox(camera, viewport);
  for (const shape of editor.view.shapes()) {
    const { x, y, w, h } = pageBounds(shape);
    const isSeen = x >= seen.x && y >= seen.y && x + w <= seen.x + seen.w && y + h <= seen.y + seen.h;
    if (!isSeen) {
      editor.run("view.zoom-fit");
      return;
    }
  }
}
