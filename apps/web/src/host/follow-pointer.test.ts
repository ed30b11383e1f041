import { createEditor } from "@inkroom/editor";
import { createReplica, type Peer } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createFollowing } from "./follow-pointer.ts";

/** A screen of 800 x 600 at 100 %, and person 7, whose pointer `point` moves. */
function withPerson() {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  const listeners = { changes: new Set<() => void>(), cursors: new Set<(moved: readonly Peer[]) => void>() };
  const person = { peer: 7, name: "Rosalind", color: "red", role: "edit", active: true, selection: [] };
  // reason: a followed person is known by number and cursor only.
  let rosalind: Peer | undefined = person as unknown as Peer;
  const following = createFollowing(editor, {
    // reason: only the kind is looked at.
    state: { kind: "live" } as never,
    subscribe: () => () => undefined,
    peers: {
      get: (peer) => (peer === 7 ? rosalind : undefined),
      subscribe: (listener) => (listeners.changes.add(listener), () => listeners.changes.delete(listener)),
      onCursor: (listener) => (listeners.cursors.add(listener), () => listeners.cursors.delete(listener)),
    },
  });
  const point = (x: number, y: number): void => {
    const moved = { ...(rosalind as Peer), cursor: { x, y } };
    rosalind = moved;
    for (const listener of listeners.cursors) listener([moved]);
  };
  const leave = (): void => {
    rosalind = undefined;
    for (const listener of listeners.changes) listener();
  };
  return { editor, following, point, leave };
}

test("who is followed comes to the middle of the screen, at one's own zoom", () => {
  const { editor, following, point } = withPerson();
  point(5_000, 3_000);
  expect(editor.state.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  following.follow(7);
  expect(editor.state.camera).toEqual({ x: 4_600, y: 2_700, zoom: 1 });
  expect(following.peer.get()).toBe(7);
});

test("small movements leave the view where it is, large ones take it along no further than needed", () => {
  const { editor, following, point } = withPerson();
  point(400, 300);
  following.follow(7);
  point(600, 400);
  expect(editor.state.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  point(700, 300);
  expect(editor.state.camera).toEqual({ x: 60, y: 0, zoom: 1 });
  expect(following.peer.get()).toBe(7);
});

test("moving the view oneself ends it", () => {
  const { editor, following, point } = withPerson();
  point(400, 300);
  following.follow(7);
  editor.setCamera({ x: 1, y: 0, zoom: 1 });
  expect(following.peer.get()).toBeUndefined();
  point(5_000, 3_000);
  expect(editor.state.camera).toEqual({ x: 1, y: 0, zoom: 1 });
});

test("it ends when they are gone, and nobody can be followed who is not there", () => {
  const { following, leave } = withPerson();
  following.follow(8);
  expect(following.peer.get()).toBeUndefined();
  following.follow(7);
  leave();
  expect(following.peer.get()).toBeUndefined();
});
