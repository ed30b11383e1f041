import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SOURCES = new URL("../", import.meta.url);
/** Properties and values that name a side of the screen instead of a side of the text. */
const SIDED =
  /(^|[\s;{])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)|border-(top|bottom)-(left|right)-radius|left|right|width|height|(min|max)-(width|height))\s*:|(text-align|float|clear)\s*:\s*(left|right)/;

const sided = (css: string): readonly string[] =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .split("\n")
    // Media features have no logical names.
    .filter((line) => !line.includes("@media") && SIDED.test(line))
    .map((line) => line.trim());

test("stylesheets name the sides of the text, so that the page can run from right to left", () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
  expect(files.length).toBeGreaterThan(10);
  expect(
    files.flatMap((file) => sided(readFileSync(new URL(file.replaceAll("\\", "/"), SOURCES), "utf8")).map((line) => `${file}: ${line}`)),
  ).toEqual([]);
});

test("a side of the screen is found", () => {
  expect(sided(".a {\n  margin-left: 4px;\n  inset-inline-start: 0;\n  text-align: right;\n}\n.b { left: 0 }")).toEqual([
    "margin-left: 4px;",
    "text-align: right;",
    ".b { left: 0 }",
  ]);
});
