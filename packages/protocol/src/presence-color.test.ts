import { COLOR_NAMES } from "@inkroom/shapes";
import { expect, it } from "vitest";
import { isPresenceColor, PRESENCE_COLORS, presenceColor } from "./presence-color.ts";

it("peers get palette colours in turn", () => {
  expect(PRESENCE_COLORS.every((color) => COLOR_NAMES.includes(color))).toBe(true);
  expect([1, 2, 9].map(presenceColor)).toEqual([PRESENCE_COLORS[0], PRESENCE_COLORS[1], PRESENCE_COLORS[0]]);
  expect(["blue", "grey", "__proto__"].map(isPresenceColor)).toEqual([true, false, false]);
});
