// Puts the scene into its container: size, theme, other people and live ink follow from here on.
import { createScene, type DraftPort, type PeerPort, type PictureShelf, type Scene } from "@inkroom/canvas";
import type { Editor } from "@inkroom/editor";
import { unpackCaret } from "@inkroom/protocol";
import type { Replica, Session } from "@inkroom/sync";
import type { TileWorkers } from "./start-tile-worker.ts";
import type { ThemeStore } from "../theme/theme.ts";

/** The scene fills `container`; `dispose` of the result stops all of it. */
export function mountScene(
  container: HTMLElement,
  parts: { editor: Editor; replica: Replica; session: Session; theme: ThemeStore; tileWorkers: TileWorkers; pictures: PictureShelf },
): { readonly scene: Scene; dispose(): void } {
  const { editor, replica, session, theme, tileWorkers, pictures } = parts;
  const scene = createScene({
    container,
    editor,
    store: replica,
    peers: peerPort(session),
    drafts: draftPort(session),
    theme: theme.theme,
    pictures,
    tileWorker: tileWorkers.take(),
  });
  const measure = (): void => {
    const { clientWidth: w, clientHeight: h } = container;
    if (w === 0 || h === 0) return;
    editor.setViewport({ w, h });
    scene.resize(w, h);
  };
  measure();
  const sizes = new ResizeObserver(measure);
  sizes.observe(container);
  const stopTheme = theme.subscribe(() => scene.setTheme(theme.theme));
  return {
    scene,
    dispose() {
      sizes.disconnect();
      stopTheme();
      scene.dispose();
    },
  };
}

/** Everyone else, never this tab's own connection. */
function peerPort(session: Session): PeerPort {
  const { peers } = session;
  const own = (): number | undefined => ("peer" in session.state ? session.state.peer : undefined);
  return {
    list: () =>
      session.state.kind === "live"
        ? peers.list().flatMap((each) => (each.peer === own() ? [] : [{ ...each, caret: unpackCaret(each.caret) }]))
        : [],
    subscribe(listener) {
      const stops = [peers.subscribe(listener), session.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    onCursor: (listener) => peers.onCursor(listener),
  };
}

function draftPort({ drafts }: Session): DraftPort {
  return { get: (id) => drafts.tail(id), subscribe: (listener) => drafts.subscribe(listener) };
}
