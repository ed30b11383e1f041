import { COMMANDS } from "@inkroom/editor";
import { expect, test } from "vitest";
import { commandLabel } from "../i18n/command-label.ts";
import { keyOf, keysOf } from "../toolbar/command-keys.ts";
import { helpGroups } from "./help-groups.ts";

test("shortcuts are written in the signs of the platform", () => {
  expect(keyOf("edit.undo", false)).toBe("Ctrl+Z");
  expect(keyOf("edit.undo", true)).toBe("⌘Z");
  expect(keysOf("tool.draw", false)).toContain("P");
});

test("the help sheet names every command that has a key, families in one row", () => {
  const shown = new Set(helpGroups(false).flatMap((group) => group.rows.map((row) => row.label)));
  const expected = COMMANDS.filter(({ id, keys }) => keys.length > 0 && !/^(edit\.nudge|view\.page)-/.test(id));
  expect(expected.filter(({ id }) => !shown.has(commandLabel(id)))).toEqual([]);
});

test("no two rows of a group read the same", () => {
  for (const { rows } of helpGroups(false)) expect(new Set(rows.map((row) => row.label)).size).toBe(rows.length);
});
