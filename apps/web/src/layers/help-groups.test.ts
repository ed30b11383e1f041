import { COMMANDS, KEY_PRESETS, shortcutsOf } from "@inkroom/editor";
import { expect, test } from "vitest";
import { commandLabel } from "../i18n/command-label.ts";
import { keyOf, keysOf } from "../toolbar/command-keys.ts";
import { TOOL_GROUPS } from "../toolbar/tools.ts";
import { helpGroups } from "./help-groups.ts";

const plain = { isMac: false, keyPreset: "excalidraw" } as const;
const ofTldraw = { isMac: false, keyPreset: "tldraw" } as const;

test("shortcuts are written in the signs of the platform", () => {
  expect(keyOf("edit.undo", plain)).toBe("Ctrl+Z");
  expect(keyOf("edit.undo", { ...plain, isMac: true })).toBe("⌘Z");
  expect(keysOf("tool.draw", plain)).toContain("P");
});

test("shortcuts are those of the preset", () => {
  expect([keyOf("tool.draw", plain), keyOf("tool.draw", ofTldraw)]).toEqual(["P", "D"]);
  expect([keyOf("open.palette", plain), keyOf("open.palette", ofTldraw)]).toEqual(["Ctrl+/", "Ctrl+Shift+P"]);
  expect([keyOf("align.left", { ...plain, isMac: true }), keyOf("align.left", { ...ofTldraw, isMac: true })]).toEqual(["⇧⌘←", "⌥A"]);
});

test("with the keys of tldraw digits take the first ten tools of the dock, from the first on", () => {
  const tools = TOOL_GROUPS.flat().map(({ id }) => keysOf(`tool.${id}`, ofTldraw).filter((key) => /^\d$/.test(key)));
  expect(tools.flat()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]);
  expect(tools.slice(0, 10).every((keys) => keys.length === 1)).toBe(true);
});

test.each(KEY_PRESETS)("the help sheet names every command that has a key of %s, families in one row, and no other", (keyPreset) => {
  const shown = helpGroups({ isMac: false, keyPreset }).flatMap((group) => group.rows.map((row) => row.label));
  const listed = COMMANDS.filter(({ id }) => !/^(edit\.nudge|view\.page)-/.test(id));
  const expected = listed.filter((command) => shortcutsOf(command, keyPreset).length > 0);
  expect(expected.filter(({ id }) => !shown.includes(commandLabel(id)))).toEqual([]);
  expect(listed.filter(({ id }) => shown.includes(commandLabel(id)))).toEqual(expected);
});

test.each(KEY_PRESETS)("no two rows of a group read the same with the keys of %s, and each has keys", (keyPreset) => {
  for (const { rows } of helpGroups({ isMac: true, keyPreset })) {
    expect(new Set(rows.map((row) => row.label)).size).toBe(rows.length);
    expect(rows.filter(({ keys }) => keys.length === 0)).toEqual([]);
  }
});
