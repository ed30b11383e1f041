import { expect, test } from "vitest";
import { allowOwnScripts } from "./trusted-types.ts";

type Rules = { createHTML(text: string): string | null; createScriptURL(url: string): string | null };

function rulesOf(origin: string): Rules {
  const made: Rules[] = [];
  allowOwnScripts({ trustedTypes: { createPolicy: (_name: string, rules: Rules) => made.push(rules) } }, origin);
  return made[0] as Rules; // reason: made just now
}

test("nothing but the empty string becomes markup", () => {
  const { createHTML } = rulesOf("https://board.example");
  expect([createHTML(""), createHTML("<b>")]).toEqual(["", null]);
});

test("only scripts of the own build become workers", () => {
  const { createScriptURL } = rulesOf("https://board.example");
  const own = "https://board.example/assets/tile-worker-Ab_1.js";
  expect(createScriptURL(own)).toBe(own);
  expect(createScriptURL("/service-worker.js")).toBe("/service-worker.js");
  for (const foreign of [
    "https://evil.example/assets/tile-worker-Ab_1.js",
    "https://board.example/parties/x.js",
    "https://board.example/assets/../api/x.js",
    "data:text/javascript,1",
    "blob:https://board.example/assets/x.js",
  ]) {
    expect(createScriptURL(foreign)).toBeNull();
  }
});

test("a browser without trusted types is left alone", () => {
  expect(() => allowOwnScripts({}, "https://board.example")).not.toThrow();
});
