// While a board comes in, what is in view is painted before the rest of it is taken in. The room sends the parts of a board by
// how far they lie from the middle of the view.
import { type Editor, screenToPage } from "@inkroom/editor";
import type { Scene } from "@inkroom/canvas";
import type { Clock, Replica, Session } from "@inkroom/sync";
import type { ShapeId } from "@inkroom/shapes";

/** The rest of the board does not wait longer than this, ms. */
const WAIT_MS = 1_000;
/** A shape that begins so far beyond the view, screen pixels, is taken to be out of it. */
const MARGIN_PX = 128;
const LOOK_EVERY_MS = 10;

export type ViewFirst = {
  /** Whether the next frame from the room has to wait, and until when; to be asked after each. */
  pace(): Promise<void> | undefined;
  dispose(): void;
};

type Watched = {
  readonly editor: Pick<Editor, "state">;
  readonly replica: Pick<Replica, "subscribe" | "view">;
  readonly session: Pick<Session, "state">;
  readonly scene: () => Pick<Scene, "stats" | "noteViewIsIn"> | undefined;
  readonly clock: Clock;
};

/** Waits once: when all that has come with the last frame lies out of view, and with it all that is still to come. */
export function drawViewFirst({ editor, replica, session, scene, clock }: Watched): ViewFirst {
  let isRestFar = false;
  const dispose = replica.subscribe(({ touched }) => {
    isRestFar = session.state.kind === "catching-up" && areFar(touched, replica, editor);
  });
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
  return {
    pace() {
      if (session.state.kind === "live") scene()?.noteViewIsIn();
      if (!isRestFar) return undefined;
      dispose();
      isRestFar = false;
      scene()?.noteViewIsIn();
      return whenPainted();
    },
    dispose,
  };
}

/** Whether the rectangle in which these shapes begin is farther from the middle of the view than any corner of what is painted for it. */
function areFar(ids: Iterable<ShapeId>, { view }: Pick<Replica, "view">, { state: { camera, viewport } }: Pick<Editor, "state">): boolean {
  const middle = screenToPage(camera, { x: viewport.w / 2, y: viewport.h / 2 });
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const shape = view.get(id);
    if (shape === undefined) continue;
    left = Math.min(left, shape.x);
    top = Math.min(top, shape.y);
    right = Math.max(right, shape.x);
    bottom = Math.max(bottom, shape.y);
  }
  const dx = Math.max(left - middle.x, 0, middle.x - right);
  const dy = Math.max(top - middle.y, 0, middle.y - bottom);
  return Number.isFinite(left) && Math.hypot(dx, dy) > (Math.hypot(viewport.w, viewport.h) / 2 + MARGIN_PX) / camera.zoom;
}
