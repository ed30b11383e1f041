// Where things are. Everything in this folder runs before anything is installed and under old Node versions:
// plain JavaScript, Node's own modules only.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const MODULES = path.join(ROOT, "node_modules");

/** Absolute path of a file of the repository. */
export function inRoot(...parts) {
  return path.join(ROOT, ...parts);
}
