import { type ComponentType, createElement, Suspense } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { lazyPart } from "./lazy-part.ts";

const Words = ({ text }: { readonly text: string }) => createElement("p", null, text);
const shown = (part: ComponentType<{ text: string }>): string =>
  renderToStaticMarkup(createElement(Suspense, { fallback: "not yet" }, createElement(part, { text: "here" })));

test("a part is shown at once when its code was fetched ahead, and nothing of it before", async () => {
  const Part = lazyPart(() => Promise.resolve(Words));
  expect(shown(Part)).toContain("not yet");
  await Part.preload();
  expect(shown(Part)).toBe("<p>here</p>");
});

test("code that could not be had ahead is asked for again", async () => {
  let asked = 0;
  const Part = lazyPart(() => (++asked === 1 ? Promise.reject(new Error("no line")) : Promise.resolve(Words)));
  await expect(Part.preload()).rejects.toThrow("no line");
  await Part.preload();
  expect(shown(Part)).toBe("<p>here</p>");
});
