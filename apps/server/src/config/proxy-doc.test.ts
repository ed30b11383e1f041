import { readFileSync } from "node:fs";
import { MAX_BLOB_BYTES } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { SETTINGS } from "./settings.ts";

const doc = readFileSync(new URL("../../../../docs/proxy.md", import.meta.url), "utf8");

/** The number of a directive of nginx in the recipe. */
function directive(name: string, unit: string): number {
  return Number(new RegExp(`\\b${name} (\\d+)${unit};`).exec(doc)?.[1]);
}

test("the recipe for nginx lets pictures of any size through that the server takes", () => {
  expect(directive("client_max_body_size", "m") * 1024 * 1024).toBeGreaterThan(MAX_BLOB_BYTES);
});

test("the recipe for nginx waits longer than two pings, and the page says how often the server pings", () => {
  const pingS = Number(SETTINGS.pingMs.fallback) / 1_000;
  expect(doc).toContain(`pings every socket each ${pingS} s`);
  for (const name of ["proxy_read_timeout", "proxy_send_timeout"]) expect(directive(name, "s")).toBeGreaterThan(2 * pingS);
});

test("the settings that the page names are settings", () => {
  const known: readonly string[] = Object.values(SETTINGS).map(({ env }) => env);
  const named = doc.match(/INKROOM_[A-Z_]+/g) ?? [];
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
  expect(named).toEqual(expect.arrayContaining([SETTINGS.publicUrl.env, SETTINGS.trustProxy.env]));
});
