// Composition root of the Node host: ports, rooms, fronts, listening; the reverse on close.
import { createServer } from "node:http";
import type { IncomingMessage, Server as HttpServer, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createRoomHosts, StorageError, unfailingLog } from "@inkroom/rooms";
import type { Log, RoomHosts } from "@inkroom/rooms";
import { openSqliteDriver } from "@inkroom/storage/sqlite";
import type { SqliteDriver, SqliteDriverOptions } from "@inkroom/storage/sqlite";
import { ServeError } from "./errors.ts";
import { createHttpFront } from "./http-front.ts";
import { newResponse, nodeAsyncContext, nodeClock, stderrLog, v8Codec } from "./node-ports.ts";
import type { RoomsServer, ServeLimits, ServeRoomsOptions } from "./options.ts";
import { SocketFront } from "./socket-front.ts";
import { watchStrayRejections } from "./stray-rejections.ts";
import { watchBody } from "./watch-body.ts";
import type { Admission } from "./worker-door.ts";

const DEFAULT_LIMITS: Required<Omit<ServeLimits, "maxConnectionsPerRoom">> = {
  maxMessageBytes: 262_144,
  maxBodyBytes: 1_048_576,
  maxBufferedBytes: 8 * 1_048_576,
  maxTotalBufferedBytes: 256 * 1_048_576,
  maxPendingUpgrades: 500,
  upgradeLimitMs: 30_000,
  maxConnections: 5_000,
  maxOpenFiles: 128,
  maxValueBytes: 131_072,
  drainMs: 5_000,
  pingIntervalMs: 25_000,
  maxMissedPings: 2,
};

type Limits = typeof DEFAULT_LIMITS & ServeLimits;

/** An application that takes every request itself and hands rooms their share. */
export type WholeFront = {
  plain(request: IncomingMessage, response: ServerResponse): Promise<void>;
  admit(request: IncomingMessage): Promise<Admission | Response>;
};

/** Starts serving rooms; resolves when connections are accepted. Rejects with `ServeError`. */
export async function serveRooms<Env = undefined>(options: ServeRoomsOptions<Env>): Promise<RoomsServer> {
  return composeServer(options);
}

/** As `serveRooms`; what `frontOf` returns takes the place of the routes. */
export async function composeServer<Env>(
  options: ServeRoomsOptions<Env>,
  frontOf?: (rooms: RoomHosts) => WholeFront,
): Promise<RoomsServer> {
  const { port = 0, host = "127.0.0.1", hooks = {}, fetch } = options;
  const log = unfailingLog(options.log ?? stderrLog());
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const driver = openDataDir(options, limits.maxOpenFiles, log);
  const rooms = roomsOver(driver, options, limits, log);
  const unwatch = watchStrayRejections(rooms);
  const front = frontOf?.(rooms);
  const sockets = new SocketFront({ rooms, hooks, log, admit: front?.admit, ...limits });
  // Slow senders of headers or bodies are cut off; Node answers malformed requests itself.
  // A body may be a picture on a slow line.
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 });
  server.on("request", createHttpFront({ rooms, hooks, fetch, whole: front?.plain, log, maxBodyBytes: limits.maxBodyBytes }));
  server.on("upgrade", sockets.upgrade);

  const close = async (reason?: string): Promise<void> => {
    const stopped = server.listening ? new Promise((resolve) => server.close(resolve)) : undefined;
    sockets.stop();
    await rooms.close(reason === undefined ? {} : { reason });
    await sockets.drained();
    server.closeAllConnections();
    await stopped;
    driver.close();
    unwatch();
  };

  try {
    await listen(server, port, host);
  } catch (error) {
    await close();
    throw error;
  }
  // Such as too many open files: nobody else hears of it, and without a listener it would end the process.
  server.on("error", (error) => log.error("http.accept_failed", { error }));
  const address = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    port: address.port,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`,
    rooms,
    stats: () => rooms.stats(),
    storage: driver,
    close: ({ reason } = {}) => (closing ??= close(reason)),
  };
}

function roomsOver<Env>(driver: SqliteDriver, options: ServeRoomsOptions<Env>, limits: Limits, log: Log): RoomHosts {
  return createRoomHosts<Env>({
    parties: options.parties,
    env: options.env as Env, // reason: only an Env that may be undefined can be left out
    driver,
    clock: nodeClock(options.now),
    log,
    codec: v8Codec,
    newResponse,
    watchBody,
    asyncContext: nodeAsyncContext(),
    maxValueBytes: limits.maxValueBytes,
    maxUnsentBytes: limits.maxBufferedBytes,
    drainMs: limits.drainMs,
    ...(options.hibernateAfterMs === undefined ? {} : { hibernateAfterMs: options.hibernateAfterMs }),
    ...(options.hibernate === undefined ? {} : { hibernate: options.hibernate }),
    ...(options.duplicateId === undefined ? {} : { duplicateId: options.duplicateId }),
    ...(limits.maxConnectionsPerRoom === undefined ? {} : { maxConnectionsPerRoom: limits.maxConnectionsPerRoom }),
    ...(options.dev === undefined ? {} : { dev: options.dev }),
  });
}

type StorageOptions = Pick<ServeRoomsOptions<unknown>, "dataDir" | "onStorageStep">;

function openDataDir({ dataDir, onStorageStep: onStep }: StorageOptions, maxOpenFiles: number, log: Log): SqliteDriver {
  const onQuarantine: SqliteDriverOptions["onQuarantine"] = ({ kept: _kept, ...report }, key) =>
    log.error("storage.quarantined", { party: key?.party ?? "index", ...report, room: key?.name.slice(0, 8) });
  try {
    return openSqliteDriver({ dataDir, maxOpenFiles, onQuarantine, ...(onStep === undefined ? {} : { onStep }) });
  } catch (cause) {
    const code = cause instanceof StorageError ? cause.code : "io";
    if (code === "locked") throw new ServeError("data_dir_locked", `The data directory ${dataDir} is in use by another process`, { cause });
    const detail = cause instanceof Error ? cause.message : String(cause);
    if (code === "corrupt" || code === "newer_schema")
      throw new ServeError("data_dir_corrupt", `The data directory ${dataDir} cannot be read: ${detail}`, { cause });
    throw new ServeError("data_dir_unwritable", `The data directory ${dataDir} cannot be written: ${detail}`, { cause });
  }
}

function listen(server: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (cause: NodeJS.ErrnoException): void => {
      if (cause.code === "EADDRINUSE") reject(new ServeError("port_taken", `Port ${port} on ${host} is already in use`, { cause }));
      else if (cause.code === "EACCES")
        reject(new ServeError("port_denied", `Not allowed to listen on port ${port} of ${host}`, { cause }));
      else reject(new ServeError("listen_failed", `Cannot listen on port ${port} of ${host}: ${cause.message}`, { cause }));
    };
    server.once("error", refused);
    server.listen(port, host, () => {
      server.off("error", refused);
      resolve();
    });
  });
}
