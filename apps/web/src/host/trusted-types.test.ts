import { expect, test } from "vitest";
import { allowEmptyMarkup } from "./trusted-types.ts";

test("nothing but the empty string becomes markup", () => {
  const rules: { createHTML(text: string): string | null }[] = [];
  allowEmptyMarkup({ trustedTypes: { createPolicy: (_name: string, rule: (typeof rules)[number]) => rules.push(rule) } });
  expect(rules.map((rule) => [rule.createHTML(""), rule.createHTML("<b>")])).toEqual([["", null]]);
});

test("a browser without trusted types is left alone", () => {
  expect(() => allowEmptyMarkup({})).not.toThrow();
});
