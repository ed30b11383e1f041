// A real server process with a data directory of its own, for tests: start, kill, start again on the same data.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** `program`: instead of the server. `descriptors`: how many files and sockets it may have open, on Unix. */
export type StartOptions = { readonly program?: URL; readonly descriptors?: number };
export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export class ServerProcess {
  readonly url: string;
  readonly dataDir: string;
  /** Every line printed by this process, both streams. */
  readonly lines: string[];
  /** Resolves when the process is gone. */
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, dataDir: string, lines: string[], ended: Promise<Ended>) {
    this.#child = child;
    this.url = url;
    this.dataDir = dataDir;
    this.lines = lines;
    this.ended = ended;
  }

  /** Starts the program and waits for its ready line. Rejects with all it printed if it ends before. */
  static async start(
    env: Readonly<Record<string, string>> = {},
    dataDir: string = newDataDir(),
    options: StartOptions = {},
  ): Promise<ServerProcess> {
    const { child, lines, ended } = run({ PORT: "0", DATA_DIR: dataDir, ...env }, [], options);
    const ready = Promise.withResolvers<string>();
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (line.includes('"server.listening"')) ready.resolve(urlOf(line));
      });
    }
    void ended.then(({ code }) => ready.reject(new Error(`the server ended with ${code}:\n${lines.join("\n")}`)));
    return new ServerProcess(child, await ready.promise, dataDir, lines, ended);
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** kill -9; resolves when the process is gone. */
  async kill(): Promise<void> {
    this.signal("SIGKILL");
    await this.ended;
  }

  /** Kills the process and removes its data. */
  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Runs the program to its end, for starts that fail. */
export async function runToEnd(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Ended & { readonly output: string }> {
  const { lines, ended } = run(env, args);
  const { code, signal } = await ended;
  return { code, signal, output: lines.join("\n") };
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), "inkroom-server-"));
}

function run(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  { program, descriptors }: StartOptions = {},
): { child: ChildProcess; lines: string[]; ended: Promise<Ended> } {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("INKROOM_") && name !== "NODE_OPTIONS");
  const command = [process.execPath, program === undefined ? MAIN : fileURLToPath(program), ...args];
  const limited = descriptors === undefined ? command : ["sh", "-c", `ulimit -n ${descriptors}; exec "$@"`, "sh", ...command];
  const child = spawn(limited[0] ?? "", limited.slice(1), {
    env: { ...Object.fromEntries(kept), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", (line) => lines.push(line));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
  return { child, lines, ended };
}

function urlOf(line: string): string {
  // reason: the ready line is this program's own.
  return (JSON.parse(line) as { url: string }).url;
}
