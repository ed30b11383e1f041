// The one thing of node that tests of this package use: vitest gives stylesheets empty, so they are read from disk.
declare module "node:fs" {
  export function readFileSync(path: URL, encoding: "utf8"): string;
}
