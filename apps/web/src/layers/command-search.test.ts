import { expect, test } from "vitest";
import { searched } from "./command-search.ts";

const named = (...labels: string[]) => labels.map((label) => ({ label }));
const found = (things: readonly { label: string; more?: string }[], query: string) => searched(things, query).map(({ label }) => label);

test("names that begin with what is typed come first, then words, then letters within words", () => {
  expect(found(named("Undo zooming", "Great zebra", "Resize", "Zoom in"), "z")).toEqual([
    "Zoom in",
    "Undo zooming",
    "Great zebra",
    "Resize",
  ]);
});

test("words are found in any order, all of them, whatever their case", () => {
  expect(found(named("Bring to front", "Send to back"), "FRONT bring")).toEqual(["Bring to front"]);
  expect(found(named("Bring to front"), "front back")).toEqual([]);
});

test("accents need not be typed", () => {
  expect(found(named("Größe", "Sélectionner"), "selec")).toEqual(["Sélectionner"]);
  expect(found(named("Größe", "Sélectionner"), "grosse")).toEqual(["Größe"]);
});

test("other words lead to a thing too, after names", () => {
  expect(found([{ label: "Dark", more: "Theme" }, { label: "Theme of the house" }], "theme")).toEqual(["Theme of the house", "Dark"]);
});

test("nothing typed leaves all as they were", () => {
  expect(found(named("b", "a"), "  ")).toEqual(["b", "a"]);
});
