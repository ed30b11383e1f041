// Following someone: the view goes where they point, at one's own zoom, until one moves it oneself or they are gone.
import { type Editor, pageToScreen } from "@inkroom/editor";
import type { Session } from "@inkroom/sync";
import { createWritable, type Readable } from "../ui/readable.ts";

/** The view stays while the pointer is within this part of it, in the middle. */
const CALM_PART = 0.6;

export type Following = {
  /** The room's number of who is followed; undefined for nobody. */
  readonly peer: Readable<number | undefined>;
  follow(peer: number): void;
  stop(): void;
  dispose(): void;
};

type FollowedSession = Pick<Session, "state" | "subscribe"> & { readonly peers: Pick<Session["peers"], "get" | "subscribe" | "onCursor"> };

export function createFollowing(editor: Editor, session: FollowedSession): Following {
  const peer = createWritable<number | undefined>(undefined);
  let own = editor.state.camera;
  const stop = (): void => peer.set(undefined);
  const goAfter = (calmPart: number): void => {
    const followed = peer.get();
    const cursor = followed === undefined ? undefined : session.peers.get(followed)?.cursor;
    const { camera, viewport } = editor.state;
    if (cursor === undefined || viewport.w === 0) return;
    const at = pageToScreen(camera, cursor);
    const [dx, dy] = [beyond(at.x, viewport.w, calmPart), beyond(at.y, viewport.h, calmPart)];
    if (dx === 0 && dy === 0) return;
    own = { ...camera, x: camera.x + dx / camera.zoom, y: camera.y + dy / camera.zoom };
    editor.setCamera(own);
  };
  const stopIfGone = (): void => {
    const followed = peer.get();
    if (followed !== undefined && (session.state.kind !== "live" || session.peers.get(followed) === undefined)) stop();
  };
  const stops = [
    session.subscribe(stopIfGone),
    session.peers.subscribe(stopIfGone),
    session.peers.onCursor((moved) => {
      if (moved.some((one) => one.peer === peer.get())) goAfter(CALM_PART);
    }),
    editor.subscribe(() => {
      if (editor.state.camera !== own) stop();
    }),
  ];
  return {
    peer,
    follow(followed) {
      own = editor.state.camera;
      peer.set(followed);
      stopIfGone();
      goAfter(0);
    },
    stop,
    dispose() {
      for (const each of stops) each();
    },
  };
}

/** How far a place lies outside of the middle part of a side, signed; all in screen pixels. */
function beyond(at: number, side: number, part: number): number {
  const [low, high] = [(side * (1 - part)) / 2, (side * (1 + part)) / 2];
  return at < low ? at - low : at > high ? at - high : 0;
}
