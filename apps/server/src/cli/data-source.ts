// Where the commands get files from: a running server, through its socket, or the data directory itself, which is then
// locked against a server until the command has ended.
import { copyFileSync, existsSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { openSqliteDriver } from "@inkroom/storage/sqlite";
import type { QuarantineReport, SqliteDriver } from "@inkroom/storage/sqlite";
import { adminSocketPath, type CopyOrder } from "./admin-socket.ts";
import { CommandError } from "./command-error.ts";

export type RoomName = { readonly party: string; readonly name: string };

export type DataSource = {
  readonly isRunning: boolean;
  rooms(): Promise<readonly RoomName[]>;
  /** Copies a room's file; false where nothing is stored. Rejects where it cannot be read. */
  copyRoom(room: RoomName, to: string): Promise<boolean>;
  copyRegistry(to: string): Promise<void>;
  close(): void;
};

/** Throws CommandError where neither a server answers nor the directory can be locked. */
export async function openSource(dataDir: string): Promise<DataSource> {
  const running = await connect(dataDir);
  return running ?? openStopped(dataDir);
}

export type StoppedSource = DataSource & { readonly driver: SqliteDriver; readonly reports: readonly QuarantineReport[] };

/** For commands that change files. Throws CommandError where a server runs. */
export async function openStoppedOnly(dataDir: string, what: string): Promise<StoppedSource> {
  if ((await connect(dataDir)) !== undefined) throw new CommandError(`Stop the server first: ${what} changes files that it has open.`);
  return openStopped(dataDir);
}

function openStopped(dataDir: string): StoppedSource {
  if (!existsSync(dataDir)) throw new CommandError(`There is no data directory ${dataDir}. Set DATA_DIR, or use --data.`);
  const reports: QuarantineReport[] = [];
  let driver: SqliteDriver;
  try {
    driver = openSqliteDriver({ dataDir, onQuarantine: (report) => reports.push(report) });
  } catch (error) {
    const isLocked = (error as { code?: string }).code === "locked";
    const hint = isLocked ? "is in use by a process that does not answer on its admin socket" : "cannot be used";
    throw new CommandError(`The data directory ${dataDir} ${hint}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return {
    driver,
    reports,
    isRunning: false,
    rooms: async () => driver.rooms().map(({ key }) => key),
    copyRoom: async (room, to) => copyWithLog(driver.pathOf(room), to),
    copyRegistry: async (to) => void copyWithLog(join(dataDir, "registry.db"), to),
    close: () => driver.close(),
  };
}

/** A file that nobody has open, with the commits that are still in its log. */
function copyWithLog(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
  return true;
}

/** Undefined where no server answers. */
async function connect(dataDir: string): Promise<DataSource | undefined> {
  const socketPath = adminSocketPath(dataDir);
  if (!existsSync(socketPath)) return undefined;
  const ask = (order?: CopyOrder): Promise<unknown> => askServer(socketPath, order);
  try {
    await ask();
  } catch (error) {
    if ((error as { code?: string }).code === "ECONNREFUSED") return undefined; // left behind by a process that was killed
    throw error;
  }
  return {
    isRunning: true,
    // reason: answers of this program's own server.
    rooms: async () => (await ask()) as readonly RoomName[],
    copyRoom: async (room, to) => ((await ask({ ...room, to })) as { copied: boolean }).copied,
    copyRegistry: async (to) => void (await ask({ file: "registry", to })),
    close: () => {},
  };
}

function askServer(socketPath: string, order: CopyOrder | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, method: order === undefined ? "GET" : "POST", path: "/" }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("error", reject);
      response.on("end", () => {
        const answer: unknown = JSON.parse(text);
        if (response.statusCode === 200) resolve(answer);
        else reject(new Error((answer as { error: string }).error));
      });
    });
    call.on("error", reject);
    call.end(order === undefined ? undefined : JSON.stringify(order));
  });
}
