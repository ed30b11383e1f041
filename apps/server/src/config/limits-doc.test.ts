import { readFileSync } from "node:fs";
import { DEFAULT_LIMITS } from "@inkroom/board-room";
import { expect, test } from "vitest";

const doc = readFileSync(new URL("../../../../docs/limits.md", import.meta.url), "utf8");

test.each(Object.entries(DEFAULT_LIMITS))("docs/limits.md has %s with its default", (name, value) => {
  const row = doc.split("\n").find((line) => line.startsWith(`| \`${name}\` |`)) ?? "";
  const number = (n: number) => n.toLocaleString("en-US");
  const spellings =
    typeof value === "number"
      ? [number(value), `${number(value / 1024)} KiB`]
      : [`${number(value.perSecond)} per second, ${number(value.burst)} at once`];
  expect(spellings.some((spelling) => row.includes(`| ${spelling} |`))).toBe(true);
});
