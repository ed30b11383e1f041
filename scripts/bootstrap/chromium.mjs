// Finds a Chromium for the browser tests, or installs one.
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { capture, run } from "./child.mjs";
import { childEnv } from "./node24.mjs";
import { inRoot } from "./paths.mjs";
import { say } from "./say.mjs";

// In the order of packages/test-browser: the shell starts pages in half the time.
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Debian's packages, the first of which exists only in newer releases. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // Not there or not ours to run: the same to a search.
  }
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

async function fromPlaywright(node) {
  const code = "console.log((await import('@playwright/test')).chromium.executablePath())";
  const asked = await capture(node, ["--input-type=module", "-e", code], { cwd: inRoot("e2e") });
  const file = asked.output.trim();
  return asked.code === 0 && existsSync(file) ? file : undefined;
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("installing Debian's Chromium for the browser tests");
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: ["ignore", 2, 2] };
  await run("apt-get", ["-qq", "update"], options);
  for (const name of PACKAGES) {
    await run("apt-get", ["-qq", "-y", "--no-install-recommends", "install", name], options);
    const found = onPath();
    if (found) return found;
  }
  return undefined;
}

async function downloaded(node) {
  say("downloading Chromium with Playwright for the browser tests");
  await run(node, [inRoot("node_modules/@playwright/test/cli.js"), "install", "chromium"], {
    env: childEnv(node),
    stdio: ["ignore", 2, 2],
  });
  return fromPlaywright(node);
}

/**
 * Path of a Chromium: INKROOM_CHROMIUM, one on the path, Playwright's own, Debian's package (as root), or a fresh
 * download. Undefined where all of them failed.
 */
export async function findOrInstallChromium(node) {
  const named = process.env.INKROOM_CHROMIUM;
  if (named) return isExecutable(named) ? named : say(`INKROOM_CHROMIUM=${named} cannot be run`);
  return onPath() ?? (await fromPlaywright(node)) ?? (await fromDebian()) ?? (await downloaded(node));
}
