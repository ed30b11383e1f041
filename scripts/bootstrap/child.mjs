// Child processes that never outlive us: each gets its own process group, signals are handed on once, and whatever is
// left of the group when we exit is killed.
import { spawn } from "node:child_process";
import os from "node:os";
import { ROOT } from "./paths.mjs";

const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];
const PARENT_CHECK_MS = 500;
const running = new Set();
let installed = false;

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended by itself; there is nobody left to tell.
  }
}

/** npm ends the shell between it and us when it is told to stop, and does not tell us: we see only that our parent is gone. */
function watchParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    for (const child of running) signalGroup(child, "SIGTERM");
  }, PARENT_CHECK_MS);
  timer.unref();
}

function installHandlers() {
  if (installed) return;
  installed = true;
  watchParent();
  for (const signal of FORWARDED) {
    process.on(signal, () => {
      for (const child of running) signalGroup(child, signal);
      if (running.size === 0) process.exit(128 + os.constants.signals[signal]);
    });
  }
  process.on("exit", () => {
    for (const child of running) signalGroup(child, "SIGKILL");
  });
}

/** The exit code that stands for how a child ended: its own, or 128 plus the signal's number. */
export function exitCodeOf(result) {
  return result.signal ? 128 + os.constants.signals[result.signal] : result.code;
}

/**
 * Starts a child in a process group of its own. `options` are those of child_process.spawn.
 * @returns {{ child: import("node:child_process").ChildProcess, ended: Promise<{code: number, signal: string | null}> }}
 */
export function start(command, args, options = {}) {
  installHandlers();
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    ...options,
    detached: true,
  });
  running.add(child);
  const ended = new Promise((resolve) => {
    const finish = (result) => {
      signalGroup(child, "SIGKILL");
      running.delete(child);
      resolve(result);
    };
    child.on("error", (error) => finish({ code: 127, signal: null, error }));
    child.on("exit", (code, signal) => finish({ code: code ?? 1, signal }));
  });
  return { child, ended };
}

/** Runs a command to its end. With `timeoutMs` the group is stopped when the time is over (code 124). */
export async function run(command, args, { timeoutMs, ...options } = {}) {
  const { child, ended } = start(command, args, options);
  if (!timeoutMs) return ended;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    signalGroup(child, "SIGTERM");
    setTimeout(() => signalGroup(child, "SIGKILL"), 10_000).unref();
  }, timeoutMs);
  const result = await ended;
  clearTimeout(timer);
  return late ? { code: 124, signal: null } : result;
}

/** Runs a command and keeps what it prints. */
export async function capture(command, args, options = {}) {
  const { child, ended } = start(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8");
    stream?.on("data", (text) => (output += text));
  }
  const closed = Promise.all(
    [child.stdout, child.stderr].map((stream) => new Promise((resolve) => (stream ? stream.once("close", resolve) : resolve()))),
  );
  const result = await ended;
  await closed;
  return { ...result, output };
}
