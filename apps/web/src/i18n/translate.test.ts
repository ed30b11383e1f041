import { COMMANDS, TOOL_IDS } from "@inkroom/editor";
import { COLOR_NAMES, CORNER_NAMES, DASH_NAMES, FILL_NAMES, SIZE_NAMES } from "@inkroom/shapes";
import { expect, test } from "vitest";
import { FAILURES } from "../status/failure.ts";
import { enLater } from "./en-later.ts";
import { en } from "./en.ts";
import { english, isMessageKey } from "./translate-later.ts";
import { createTranslate, t } from "./translate.ts";

test("parameters are filled in and unknown ones left as they are", () => {
  expect(t("zoom.level", { percent: 80 })).toBe("Zoom: 80 %");
  expect(t("zoom.level")).toBe("Zoom: {percent} %");
});

test("the plural form follows the count", () => {
  expect(t("status.sending", { count: 1 })).toBe("Sending 1 change…");
  expect(t("status.sending", { count: 3 })).toBe("Sending 3 changes…");
});

test("another language's plural rules are used", () => {
  const french = createTranslate({ ...en, "people.label": { one: "{count} personne", other: "{count} personnes" } }, "fr");
  expect(french("people.label", { count: 0 })).toBe("0 personne");
});

test("no string is empty or padded", () => {
  const strings = Object.values(english).flatMap((entry) => (typeof entry === "string" ? [entry] : [entry.one, entry.other]));
  for (const text of strings) expect(text).toBe(text.trim());
  expect(strings).not.toContain("");
});

test("every command, tool, style and failure has a name", () => {
  const keys = [
    ...COMMANDS.map((command) => `command.${command.id}`),
    ...TOOL_IDS.map((id) => `command.tool.${id}`),
    ...COLOR_NAMES.map((name) => `color.${name}`),
    ...FILL_NAMES.map((name) => `fill.${name}`),
    ...DASH_NAMES.map((name) => `dash.${name}`),
    ...CORNER_NAMES.map((name) => `corners.${name}`),
    ...SIZE_NAMES.map((name) => `size.${name}`),
    ...FAILURES.flatMap((failure) => [`failure.${failure}.title`, `failure.${failure}.text`]),
  ];
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
});

test("a string is in one table only", () => {
  expect(Object.keys(enLater).filter((key) => key in en)).toEqual([]);
});
