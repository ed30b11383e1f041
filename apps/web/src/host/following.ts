// Following someone until one moves the view oneself or they are gone. The view goes where they point, at one's own zoom; of
// who brings everyone to them it shows what they see.
import { type Camera, type Editor, fitBox, pageToScreen, type Viewport } from "@inkroom/editor";
import { unpackLead } from "@inkroom/protocol";
import type { Peer, Session } from "@inkroom/sync";
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

type FollowedSession = Pick<Session, "state" | "subscribe"> & {
  readonly peers: Pick<Session["peers"], "get" | "list" | "subscribe" | "onCursor">;
};

const nobody = () => createWritable<number | undefined>(undefined);

/** `onCalled`: somebody brings everyone to them, and is followed from now on. `peer`: where it is told who is followed. */
export function createFollowing(editor: Editor, session: FollowedSession, onCalled: () => void, peer = nobody()): Following {
  /** Those who were bringing everyone to them when last looked: each calls once, not again after one has gone one's own way. */
  let leaders: ReadonlySet<number> = new Set();
  let own = editor.state.camera;
  let wasLate = false;
  const stop = (): void => peer.set(undefined);
  const goAfter = (calmPart: number): void => {
    const followed = peer.get();
    const person = followed === undefined ? undefined : session.peers.get(followed);
    const { camera, viewport, busy } = editor.state;
    // A stroke or a drag is ended where it was begun.
    wasLate = busy;
    if (person === undefined || viewport.w === 0 || busy) return;
    const gone = cameraAfter(person, camera, viewport, calmPart);
    if (gone === undefined) return;
    own = gone;
    editor.setCamera(gone);
  };
  const follow = (followed: number): void => {
    own = editor.state.camera;
    peer.set(followed);
    stopIfGone();
    goAfter(0);
  };
  const stopIfGone = (): void => {
    const followed = peer.get();
    if (followed !== undefined && (session.state.kind !== "live" || session.peers.get(followed) === undefined)) stop();
  };
  const onPeers = (): void => {
    stopIfGone();
    const before = leaders;
    leaders = new Set(session.peers.list().flatMap((person) => (person.lead.length > 0 ? [person.peer] : [])));
    const caller = [...leaders].find((leader) => !before.has(leader));
    const followed = peer.get();
    if (caller !== undefined) {
      onCalled();
      follow(caller);
    } else if (followed !== undefined && leaders.has(followed)) goAfter(0);
    // Who was brought here is free again when that is over.
    else if (followed !== undefined && before.has(followed)) stop();
  };
  const stops = [
    session.subscribe(stopIfGone),
    session.peers.subscribe(onPeers),
    session.peers.onCursor((moved) => {
      const followed = peer.get();
      if (followed !== undefined && !leaders.has(followed) && moved.some((one) => one.peer === followed)) goAfter(CALM_PART);
    }),
    editor.subscribe(() => {
      if (editor.state.camera !== own) stop();
      else if (wasLate && !editor.state.busy) goAfter(0);
    }),
  ];
  onPeers();
  return {
    peer,
    follow,
    stop,
    dispose() {
      for (const each of stops) each();
    },
  };
}

/** Where the view goes after a person: to what they lead to, else to their pointer; undefined where it can stay. */
function cameraAfter({ lead, cursor }: Peer, camera: Camera, viewport: Viewport, calmPart: number): Camera | undefined {
  const led = unpackLead(lead);
  if (led !== undefined) return fitBox(led, viewport, Infinity, { x: 0, y: 0 });
  if (cursor === undefined) return undefined;
  const at = pageToScreen(camera, cursor);
  const [dx, dy] = [beyond(at.x, viewport.w, calmPart), beyond(at.y, viewport.h, calmPart)];
  return dx === 0 && dy === 0 ? undefined : { ...camera, x: camera.x + dx / camera.zoom, y: camera.y + dy / camera.zoom };
}

/** How far a place lies outside of the middle part of a side, signed; all in screen pixels. */
function beyond(at: number, side: number, part: number): number {
  const [low, high] = [(side * (1 - part)) / 2, (side * (1 + part)) / 2];
  return at < low ? at - low : at > high ? at - high : 0;
}
