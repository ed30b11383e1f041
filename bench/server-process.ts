// A real server process on a free port with its own data directory, for benchmarks. Ends with `stop`.
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type BenchBoard = { readonly id: string; readonly links: { readonly edit: string; readonly view: string } };
export type BenchServer = {
  /** host:port */
  readonly host: string;
  readonly pid: number;
  readonly dataDir: string;
  newBoard(): Promise<BenchBoard>;
  /** A ticket for one connection. */
  ticket(board: BenchBoard): Promise<string>;
  /** Prints one figure as a JSON line with machine and commit. */
  print(figure: string, value: number, details?: Readonly<Record<string, unknown>>): void;
  /** `keep`: the data directory stays, for another server. */
  stop(options?: { readonly keep: boolean }): Promise<void>;
};

const MAIN = new URL("../apps/server/src/main.ts", import.meta.url).pathname;

export async function createServerProcess(env: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const dataDir = env["DATA_DIR"] ?? (await mkdtemp(join(tmpdir(), "inkroom-bench-")));
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: "0", INKROOM_LOG: "info", ...env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await listening(child.stdout);
  const post = async (path: string, secret?: string): Promise<unknown> => {
    const headers = { "content-type": "application/json", ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }) };
    const response = await fetch(new URL(path, url), { method: "POST", headers, body: "{}" });
    if (!response.ok) throw new Error(`${path.replace(/[\w-]{22}/, ":id")} answered ${response.status}`);
    return response.json();
  };
  return {
    host: url.host,
    pid: child.pid ?? 0,
    dataDir,
    // reason: the server under test is ours; its answers are covered by its own tests.
    newBoard: async () => (await post("/api/boards")) as BenchBoard,
    ticket: async (board) => ((await post(`/api/boards/${board.id}/tickets`, board.links.edit)) as { ticket: string }).ticket,
    print: printFigure,
    async stop({ keep } = { keep: false }) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      if (!keep) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Prints one figure as a JSON line with machine and commit. */
export function printFigure(figure: string, value: number, details: Readonly<Record<string, unknown>> = {}): void {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? "cpu"}, Node ${process.versions.node}`;
  console.log(
    JSON.stringify({
      figure,
      value: Math.round(value * 100) / 100,
      ...details,
      loadAverage: Math.round(loadavg()[0] ?? 0),
      machine,
      commit,
    }),
  );
}

async function listening(stdout: NodeJS.ReadableStream): Promise<URL> {
  const lines = createInterface({ input: stdout });
  for await (const line of lines) {
    const { event, url } = JSON.parse(line) as { event?: string; url?: string };
    if (event === "server.listening" && url !== undefined) {
      stdout.resume();
      return new URL(url);
    }
  }
  throw new Error("the server ended before it listened");
}
