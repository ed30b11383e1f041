import { expect, test } from "vitest";
import { createMemoryStore } from "../host/key-value-store.ts";
import { MAX_RECENT_COLORS, noteRecentColor, recentColors } from "./recent-colors.ts";

test("the newest is first, each there once, and the oldest falls out", () => {
  const store = createMemoryStore();
  for (let i = 0; i < 15; i += 1) noteRecentColor(store, `#0000${(i + 16).toString(16)}`);
  noteRecentColor(store, "#000020");
  noteRecentColor(store, "#000011");
  expect(recentColors(store).slice(0, 3)).toEqual(["#000011", "#000020", "#00001e"]);
  expect(recentColors(store)).toHaveLength(MAX_RECENT_COLORS);
});

test.each(["{", "7", "null", "{}", '["red","#FFF",5]'])("of what was stored as %s nothing holds", (text) => {
  const store = createMemoryStore();
  store.set("inkroom.colors", text);
  expect(recentColors(store)).toEqual([]);
  noteRecentColor(store, "#123456");
  expect(recentColors(store)).toEqual(["#123456"]);
});
