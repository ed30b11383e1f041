import { createEditor, type Editor } from "@inkroom/editor";
import { createReplica } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createMemoryStore } from "./key-value-store.ts";
import { keepCamera } from "./kept-camera.ts";

/** A tab on a board of a browser's; `rest` lets the view's timer ring. */
function openTab(store = createMemoryStore(), id = "board-1", size = { w: 800, h: 600 }) {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const editor: Editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  const timers = new Set<() => void>();
  const clock = {
    setTimer(_ms: number, callback: () => void) {
      timers.add(callback);
      return () => void timers.delete(callback);
    },
  };
  let writes = 0;
  const counted = { ...store, set: (key: string, value: string) => void ((writes += 1), store.set(key, value)) };
  const leave = keepCamera(id, { editor, store: counted, clock });
  editor.setViewport(size);
  const rest = (): void => {
    for (const ring of [...timers]) {
      timers.delete(ring);
      ring();
    }
  };
  return { editor, store, rest, leave, writes: () => writes };
}

test("a board that was never looked around on opens where boards begin, and nothing is written", () => {
  const { editor, rest, leave, writes } = openTab();
  rest();
  leave();
  expect(editor.state.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  expect(writes()).toBe(0);
});

test("the place is there again after a reload, and on a screen of another size what was in the middle is", () => {
  const { editor, rest, store } = openTab();
  editor.setCamera({ x: 1_000, y: -500, zoom: 2 });
  rest();
  expect(openTab(store).editor.state.camera).toEqual({ x: 1_000, y: -500, zoom: 2 });
  expect(openTab(store, "board-1", { w: 400, h: 600 }).editor.state.camera).toEqual({ x: 1_100, y: -500, zoom: 2 });
  expect(openTab(store, "board-2").editor.state.camera).toEqual({ x: 0, y: 0, zoom: 1 });
});

test("a hundred moves in a row are written once, and what was not written yet is when the board is left", () => {
  const first = openTab();
  for (let move = 1; move <= 100; move += 1) first.editor.setCamera({ x: move, y: 0, zoom: 1 });
  first.rest();
  expect(first.writes()).toBe(1);
  first.editor.setCamera({ x: 7, y: 7, zoom: 1 });
  first.leave();
  expect(first.writes()).toBe(2);
  expect(openTab(first.store).editor.state.camera).toEqual({ x: 7, y: 7, zoom: 1 });
});

test.each(["{", "7", '[["board-1",[1,2]]]', '[["board-1",[1,null,3]]]', '[["board-1",[1,2,0]]]', '[["board-1",[1,2,1e9]]]', "[null]"])(
  "what was stored as %s is no place",
  (stored) => {
    const store = createMemoryStore();
    store.set("inkroom.places", stored);
    expect(openTab(store).editor.state.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  },
);

test("places of two hundred boards are kept, those left last", () => {
  const store = createMemoryStore();
  for (let board = 0; board < 205; board += 1) {
    const { editor, leave } = openTab(store, `b${board}`);
    editor.setCamera({ x: board + 1, y: 0, zoom: 1 });
    leave();
  }
  expect(openTab(store, "b204").editor.state.camera.x).toBe(205);
  expect(openTab(store, "b4").editor.state.camera.x).toBe(0);
  expect(openTab(store, "b5").editor.state.camera.x).toBe(6);
});
