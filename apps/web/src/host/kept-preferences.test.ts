import { createEditor, DEFAULT_PREFERENCES } from "@inkroom/editor";
import { createReplica } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createMemoryStore, type KeyValueStore } from "./key-value-store.ts";
import { keepPreferences, readPreferences } from "./kept-preferences.ts";

function openBoard(store: KeyValueStore) {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const preferences = readPreferences(store);
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0, preferences });
  let writes = 0;
  const counted = { ...store, set: (key: string, value: string) => void ((writes += 1), store.set(key, value)) };
  return { editor, stop: keepPreferences(editor, counted), writes: () => writes };
}

test("what is chosen on one board holds on the next, and is written once per choice", () => {
  const store = createMemoryStore();
  const { editor, stop, writes } = openBoard(store);
  expect(editor.state).toMatchObject(DEFAULT_PREFERENCES);
  editor.setPreferences({ penPressure: false });
  editor.setPreferences({ wheel: "zoom", penMode: "on", keyPreset: "tldraw" });
  editor.setCamera({ x: 5, y: 5, zoom: 1 });
  expect(writes()).toBe(2);
  stop();
  editor.setPreferences({ wheel: "pan" });
  const next = openBoard(store);
  expect(next.editor.state).toMatchObject({ penMode: "on", penPressure: false, wheel: "zoom", keyPreset: "tldraw" });
  expect(next.writes()).toBe(0);
});

test.each(["{", "7", "null", "[]", '{"penMode":"maybe","penPressure":1,"wheel":"fly","keyPreset":"vi"}'])(
  "of what was stored as %s nothing holds",
  (text) => {
    const store = createMemoryStore();
    store.set("inkroom.preferences", text);
    expect(readPreferences(store)).toEqual(DEFAULT_PREFERENCES);
  },
);

test("what makes sense holds beside what does not", () => {
  const store = createMemoryStore();
  store.set("inkroom.preferences", '{"penMode":"off","penPressure":"no"}');
  expect(readPreferences(store)).toEqual({ ...DEFAULT_PREFERENCES, penMode: "off" });
});
