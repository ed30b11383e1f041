// Installs the dependencies when they are missing or not those of package-lock.json, and only then.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exitCodeOf, run } from "./child.mjs";
import { inRoot, MODULES } from "./paths.mjs";
import { fail, say } from "./say.mjs";

const LOCK = inRoot("package-lock.json");
const MARKER = path.join(MODULES, ".inkroom-installed");

function wanted() {
  const lock = existsSync(LOCK) ? readFileSync(LOCK) : readFileSync(inRoot("package.json"));
  return createHash("sha256").update(lock).update(`${process.platform} ${process.arch}`).digest("hex");
}

/** True where node_modules was filled by hand (npm ci, npm install) from this very lock file. */
function matchesLock() {
  const installedLock = path.join(MODULES, ".package-lock.json");
  if (!existsSync(LOCK) || !existsSync(installedLock)) return false;
  const want = JSON.parse(readFileSync(LOCK, "utf8")).packages;
  const have = JSON.parse(readFileSync(installedLock, "utf8")).packages;
  return Object.entries(want).every(
    ([key, entry]) => !key.includes("node_modules/") || entry.optional || have[key]?.version === entry.version,
  );
}

function npmCommand() {
  const npm = process.env.npm_execpath;
  return npm && /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm]] : ["npm", []];
}

/** Leaves node_modules as package-lock.json wants it, or ends the process with a message. */
export async function installIfNeeded() {
  const hash = wanted();
  if (existsSync(MARKER) && readFileSync(MARKER, "utf8") === hash) return;
  if (!matchesLock()) {
    const task = existsSync(LOCK) ? "ci" : "install";
    say(`installing dependencies (npm ${task}); this is needed once and takes about a minute`);
    const [command, args] = npmCommand();
    const result = await run(command, args.concat(task, "--no-fund", "--no-audit", "--loglevel=error"), {
      env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
      stdio: ["ignore", 2, 2],
    });
    if (result.signal) process.exit(exitCodeOf(result));
    if (result.code !== 0) fail(`npm ${task} failed (its own words are above); nothing was started`, result.code);
  }
  writeFileSync(MARKER, hash);
}
