import { expect, test } from "vitest";
import { webAddress } from "./open-address.ts";

test("web addresses are told from everything else that an address could be", () => {
  expect(["https://a.example/b?c#d", "HTTP://A.EXAMPLE", "mailto:ann@a.example"].map(webAddress)).toEqual([
    "https://a.example/b?c#d",
    "http://a.example/",
    "mailto:ann@a.example",
  ]);
  for (const href of [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "blob:https://a.example/x",
    "/local",
    "https://",
    "",
  ])
    expect([href, webAddress(href)]).toEqual([href, undefined]);
});
