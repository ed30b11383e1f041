import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSettings, SETTINGS } from "./settings.ts";

const doc = readFileSync(new URL("../../../docs/edge.md", import.meta.url).pathname, "utf8");

test("docs/edge.md has every setting with its default, and no other", () => {
  const rows = [...doc.matchAll(/^\| `(INKROOM_\w+)` \| (\S+) \|/gm)].map(([, name, value]) => [name, value]);
  const settings = Object.values(SETTINGS).map(({ env, fallback }) => [env, fallback === "" ? "none" : `\`${fallback}\``]);
  expect(rows).toEqual(settings);
});

test("variables are read by their forms; other bindings are left alone", () => {
  const read = readSettings({ INKROOM_EXAMPLES: "on", INKROOM_ALLOWED_ORIGINS: "https://a.example, http://b.example:8080", BOARD: {} });
  expect(read).toMatchObject({ examples: "on", ticketMs: 30_000, allowedOrigins: ["https://a.example", "http://b.example:8080"] });
});

test("every wrong value is named", () => {
  const read = () => readSettings({ INKROOM_TICKET_MS: "soon", INKROOM_EXAMPLES: "yes" });
  expect(read).toThrow(/INKROOM_EXAMPLES must be one of on, off; INKROOM_TICKET_MS must be a whole number/);
});
