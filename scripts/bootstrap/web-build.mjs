// Builds apps/web when its output is missing or was made from other sources.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./child.mjs";
import { childEnv } from "./node24.mjs";
import { inRoot, MODULES } from "./paths.mjs";
import { say } from "./say.mjs";

const MARKER = path.join(MODULES, ".cache", "inkroom", "web-build");
const SKIPPED = new Set(["node_modules", "dist", ".turbo"]);

function* filesUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (SKIPPED.has(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(full);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield full;
  }
}

/** Hash of everything a build of the web app can depend on. */
function sourcesHash() {
  const hash = createHash("sha256");
  for (const root of ["apps/web", "packages"]) {
    for (const file of filesUnder(inRoot(root))) hash.update(file).update(readFileSync(file));
  }
  for (const file of ["package-lock.json", "tsconfig.base.json", "tsconfig.dom.json"]) {
    if (existsSync(inRoot(file))) hash.update(readFileSync(inRoot(file)));
  }
  return hash.digest("hex");
}

/** Makes apps/web/dist current. Returns the exit code of the build, 0 where none was needed. */
export async function buildWebIfNeeded(node) {
  const hash = sourcesHash();
  const built = existsSync(inRoot("apps/web/dist/index.html"));
  if (built && existsSync(MARKER) && readFileSync(MARKER, "utf8") === hash) return 0;
  say("building the web app");
  rmSync(MARKER, { force: true });
  const { code } = await run(node, [inRoot("node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: inRoot("apps/web"),
    env: childEnv(node, { NODE_ENV: "production" }),
    stdio: ["ignore", 2, 2],
  });
  if (code !== 0) {
    say("the build of the web app failed");
    return code;
  }
  mkdirSync(path.dirname(MARKER), { recursive: true });
  writeFileSync(MARKER, hash);
  return 0;
}
