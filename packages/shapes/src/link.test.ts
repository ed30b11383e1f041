import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { fixture } from "./fixtures.ts";
import { MAX_LINK_LENGTH } from "./limits.ts";
import { isLink, renamedLink } from "./link.ts";
import { shapeSchema } from "./shape.ts";

const takes = (link: unknown): boolean => v.is(shapeSchema, { ...fixture("rect"), link });

describe("a shape's link", () => {
  it.each([
    "https://ink.example",
    "http://localhost:3000/b/x#y&shape=z",
    "HTTPS://Ink.Example/a%20b?c=d&e=[1]{2}|^~'()*",
    "mailto:ann@ink.example?subject=Hi",
    "#shape=abc,d-e_f",
    "#view=-12.5,40,640,400",
    `https://ink.example/${"x".repeat(MAX_LINK_LENGTH - 20)}`,
  ])("may be %s", (link) => {
    expect([takes(link), isLink(link)]).toEqual([true, true]);
  });

  it("leads nowhere where it is empty, and where it is left out", () => {
    const { link: _, ...without } = fixture("rect");
    expect([takes(""), isLink(""), v.parse(shapeSchema, without).link]).toEqual([true, false, ""]);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://ink.example/x",
    "ftp://ink.example",
    "//ink.example",
    "/b/board",
    "ink.example",
    "https:ink.example",
    "https://",
    "https://ink.example/a b",
    "https://ink.example/\u202Egpj.exe",
    'https://ink.example/"onclick=x',
    "https://ink.example/<b>",
    "https://b\u00FCcher.example",
    "#",
    "#other=1",
    "#shape=<b>",
    "https://ink.example\njavascript:alert(1)",
    `https://ink.example/${"x".repeat(MAX_LINK_LENGTH)}`,
    null,
    7,
  ])("is never %j", (link) => {
    expect([takes(link), isLink(String(link))]).toEqual([false, false]);
  });
});

describe("a link to shapes of the same board", () => {
  it("goes along where they get other names; other links stay as they are", () => {
    const names = new Map([["a", "n1"]]);
    const renamed = (link: string) => renamedLink(link, (id) => names.get(id));
    expect([renamed("#shape=a,b"), renamed("#view=1,2,3,4"), renamed("https://ink.example/#shape=a"), renamed("")]).toEqual([
      "#shape=n1,b",
      "#view=1,2,3,4",
      "https://ink.example/#shape=a",
      "",
    ]);
  });
});
