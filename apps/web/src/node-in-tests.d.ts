// What tests of this package use of node: vitest gives stylesheets empty, and sources are looked at as text.
declare module "node:fs" {
  export function readFileSync(path: URL, encoding: "utf8"): string;
  export function readdirSync(path: URL, options: { readonly recursive: true; readonly encoding: "utf8" }): string[];
}
