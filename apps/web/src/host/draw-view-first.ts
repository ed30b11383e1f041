// While a board comes in, what is in view is painted before the rest of it is taken in. The room sends what begins there first.
import { type Editor, visibleBox } from "@inkroom/editor";
import type { Scene } from "@inkroom/canvas";
import type { Clock, Session } from "@inkroom/sync";

/** The rest of the board does not wait longer than this, ms. */
const WAIT_MS = 1_000;
/** What begins so far beyond the view may reach into it, screen pixels. */
const MARGIN_PX = 128;
const LOOK_EVERY_MS = 10;

/** What is asked for first, page space. */
export function askedFirst({ state: { camera, viewport } }: Pick<Editor, "state">): ReturnType<typeof visibleBox> {
  const { x, y, w, h } = visibleBox(camera, viewport);
  const margin = MARGIN_PX / camera.zoom;
  return { x: x - margin, y: y - margin, w: w + 2 * margin, h: h + 2 * margin };
}

type Watched = {
  readonly session: Pick<Session, "state" | "isViewIn">;
  readonly scene: () => Pick<Scene, "stats" | "noteViewIsIn"> | undefined;
  readonly clock: Clock;
};

/**
 * To be asked after each frame from the room: whether the next one has to wait, and until when. That is so once: when what was asked for
 * first is there, and there is more to come.
 */
export function drawViewFirst({ session, scene, clock }: Watched): () => Promise<void> | undefined {
  let isOver = false;
  const whenPainted = (): Promise<void> => {
    const endMs = clock.now() + WAIT_MS;
    return new Promise((resolve) => {
      const look = (): void => {
        if (scene()?.stats().tiles.isComplete !== false || clock.now() >= endMs) resolve();
        else clock.setTimer(LOOK_EVERY_MS, look);
      };
      clock.setTimer(LOOK_EVERY_MS, look);
    });
  };
  return () => {
    if (!session.isViewIn) return undefined;
    scene()?.noteViewIsIn();
    if (isOver || session.state.kind === "live") return undefined;
    isOver = true;
    return whenPainted();
  };
}
