import { describe, expect, it, test } from "vitest";
import { hasLinks, linksIn } from "./link.ts";

const found = (text: string) => linksIn(text).map(({ from, to, href }) => [text.slice(from, to), href]);

describe("an address in a text", () => {
  it.each([
    ["see https://example.org/a?b=c#d now", "https://example.org/a?b=c#d"],
    ["HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"],
    ["http://localhost:3000/x", "http://localhost:3000/x"],
    ["http://[::1]/x", "http://[::1]/x"],
    ["https://münchen.example/straße", "https://münchen.example/straße"],
    ["mailto:ann@example.org?subject=hi", "mailto:ann@example.org?subject=hi"],
    ["https://user@example.org/", "https://user@example.org/"],
    ["見て：https://example.org/。", "https://example.org/"],
    ["https://en.wikipedia.org/wiki/Ink_(disambiguation)", "https://en.wikipedia.org/wiki/Ink_(disambiguation)"],
  ])("%j", (text, href) => expect(found(text).map(([, to]) => to)).toEqual([href]));

  it("that begins with www leads to https", () => {
    expect(found("at www.example.org/x.")).toEqual([["www.example.org/x", "https://www.example.org/x"]]);
  });

  it("ends before what belongs to the sentence", () => {
    const ends = (text: string) => found(text).map(([said]) => said);
    expect(ends("(see https://a.example/b).")).toEqual(["https://a.example/b"]);
    expect(ends("https://a.example/b, https://c.example!")).toEqual(["https://a.example/b", "https://c.example"]);
    expect(ends('"https://a.example/b" <https://c.example>')).toEqual(["https://a.example/b", "https://c.example"]);
    expect(ends("[https://a.example/(b)])")).toEqual(["https://a.example/(b)"]);
    expect(ends("https://a.example/\u202Egpj.exe")).toEqual(["https://a.example/"]);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.org",
    "xhttps://example.org",
    "https://",
    "www.",
    "www.example",
    "ann@example.org",
    "mailto:",
    "a/www.example.org",
  ])("not: %s", (text) => expect(linksIn(text)).toEqual([]));
});

test("texts without one are told cheaply", () => {
  expect(["plain words", "a: b", "1. www", ""].map(hasLinks)).toEqual([false, false, false, false]);
});

test.each([
  "https://a".repeat(2_000),
  `https://x${")".repeat(19_000)}`,
  `https://x${".".repeat(19_000)}a`,
  `www.${"a.".repeat(9_000)}`,
  "(mailto:".repeat(2_400),
])("hostile letters end in no more than one address", (text) => {
  expect(linksIn(text).length).toBeLessThanOrEqual(1);
});
