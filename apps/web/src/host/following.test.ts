import { createEditor } from "@inkroom/editor";
import { createReplica, type Peer } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createFollowing } from "./following.ts";

/** A screen of 800 x 600 at 100 %, and person 7, whose pointer `point` moves. */
function withPerson() {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  const listeners = { changes: new Set<() => void>(), cursors: new Set<(moved: readonly Peer[]) => void>() };
  const person = { peer: 7, name: "Rosalind", color: "red", role: "edit", active: true, selection: [], lead: [] };
  // reason: a followed person is known by number and cursor only.
  let rosalind: Peer | undefined = person as unknown as Peer;
  let calls = 0;
  const session: Parameters<typeof createFollowing>[1] = {
    // reason: only the kind is looked at.
    state: { kind: "live" } as never,
    subscribe: () => () => undefined,
    peers: {
      list: () => (rosalind === undefined ? [] : [rosalind]),
      get: (peer) => (peer === 7 ? rosalind : undefined),
      subscribe: (listener) => (listeners.changes.add(listener), () => listeners.changes.delete(listener)),
      onCursor: (listener) => (listeners.cursors.add(listener), () => listeners.cursors.delete(listener)),
    },
  };
  const following = createFollowing(editor, session, () => void calls++);
  const lead = (...view: Peer["lead"]): void => {
    rosalind = { ...(rosalind as Peer), lead: view };
    for (const listener of listeners.changes) listener();
  };
  const point = (x: number, y: number): void => {
    const moved = { ...(rosalind as Peer), cursor: { x, y } };
    rosalind = moved;
    for (const listener of listeners.cursors) listener([moved]);
  };
  const leave = (): void => {
    rosalind = undefined;
    for (const listener of listeners.changes) listener();
  };
  return { editor, following, point, lead, leave, calls: () => calls };
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

test("who brings everyone to them is followed without being asked for, and shows what they see", () => {
  const { editor, following, lead, calls } = withPerson();
  lead(1_000, 1_000, 1_600, 1_200);
  expect([following.peer.get(), calls()]).toEqual([7, 1]);
  expect(editor.state.camera).toEqual({ x: 1_000, y: 1_000, zoom: 0.5 });
  // Their screen is wider: all that they see is seen, in the middle.
  lead(0, 0, 800, 300);
  expect(editor.state.camera).toEqual({ x: 0, y: -150, zoom: 1 });
  lead();
  expect(following.peer.get()).toBeUndefined();
});

test("who has gone their own way is not brought back until they are called again", () => {
  const { editor, following, lead, calls } = withPerson();
  lead(1_000, 1_000, 800, 600);
  editor.setCamera({ x: 5, y: 5, zoom: 1 });
  expect(following.peer.get()).toBeUndefined();
  lead(2_000, 1_000, 800, 600);
  expect(editor.state.camera).toEqual({ x: 5, y: 5, zoom: 1 });
  lead();
  lead(2_000, 1_000, 800, 600);
  expect(editor.state.camera).toEqual({ x: 2_000, y: 1_000, zoom: 1 });
  expect(calls()).toBe(2);
});

test("in the middle of a stroke nobody is taken away; at its end they come along", () => {
  const { editor, lead } = withPerson();
  const press = {
    pointerId: 1,
    pointerType: "mouse",
    isPrimary: true,
    screen: { x: 10, y: 10 },
    shift: false,
    alt: false,
    mod: false,
  } as const;
  editor.setTool("draw");
  editor.dispatch({ type: "pointer-down", ...press, button: 0, buttons: 1, tMs: 0 });
  lead(1_000, 1_000, 800, 600);
  expect(editor.state.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  editor.dispatch({ type: "pointer-up", ...press, button: 0, buttons: 0, tMs: 20 });
  expect(editor.state.camera).toEqual({ x: 1_000, y: 1_000, zoom: 1 });
});
