// The app put together: registry, links and tickets in front of the rooms. Started by main.ts and by tests.
import { randomUUID } from "node:crypto";
import {
  createAttempts,
  createBoardApi,
  createHealth,
  createLinks,
  createTickets,
  createUpgradeHook,
  MODERATIONS_PER_MINUTE,
} from "@inkroom/board-access";
import { type BoardEnv, BoardRoom, DEFAULT_LIMITS } from "@inkroom/board-room";
import { type RoomsServer, type ServeLimits, serveRooms } from "@inkroom/node-host";
import { isDiskFull, openRegistry } from "./access/registry.ts";
import { openAdminSocket } from "./cli/admin-socket.ts";
import type { Config } from "./config/settings.ts";
import { createFailpoint } from "./failpoint.ts";
import { createHttpHandler } from "./http/handler.ts";
import { loadWebApp } from "./http/web-app.ts";
import type { AppLog } from "./json-log.ts";
import { descriptorsOfProcess, openFileLimits } from "./open-files.ts";

export type App = {
  /** http://host:port */
  readonly url: string;
  readonly rooms: RoomsServer;
  /** Stops in reverse order of the start. May be called again. */
  close(reason: string): Promise<void>;
};

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const PROBE_EVERY_MS = 10_000;
/** What a shutdown needs after the rooms' hooks have ended: closing sockets and files. */
const CLOSING_MS = 2_000;
/** Largest stored value of a room: a stroke with all its points, with room to spare. */
const MAX_VALUE_BYTES = 512 * 1024;

/** Rejects with DataDirError or node-host's ServeError where it cannot start; their messages are for people. */
export async function startApp(config: Config, log: AppLog): Promise<App> {
  const now = Date.now;
  // Durations are counted by a clock that does not jump.
  const elapsed = () => performance.now();
  const registry = openRegistry(config.dataDir, now);
  try {
    const links = createLinks(registry);
    const tickets = createTickets({ now: elapsed, lifetimeMs: config.ticketMs });
    let serving: RoomsServer | undefined;
    const health = createHealth({
      probe: () => registry.probe(),
      isFull: (error) => isDiskFull(error) || serving?.storage.health().isFull === true,
      now: elapsed,
      everyMs: PROBE_EVERY_MS,
    });
    const web = await loadWebApp(config.webDir, config.publicUrl);
    if (web.files === 0) log.warn("web.not_built");
    const api = createBoardApi({
      links,
      tickets,
      creations: createAttempts({ limit: config.boardsPerHour, windowMs: HOUR_MS, now: elapsed }),
      issues: createAttempts({ limit: config.ticketsPerMinute, windowMs: MINUTE_MS, now: elapsed }),
      failures: createAttempts({ limit: config.ticketFailuresPerMinute, windowMs: MINUTE_MS, now: elapsed }),
      moderations: createAttempts({ limit: MODERATIONS_PER_MINUTE, windowMs: MINUTE_MS, now: elapsed }),
      isFull: isDiskFull,
      room: (board, request) => {
        if (serving === undefined) throw new Error("The rooms are not up yet");
        return serving.rooms.request("board", board, request);
      },
    });
    const rooms = await serveRooms<BoardEnv>({
      parties: { board: BoardRoom },
      env: boardEnv(config),
      dataDir: config.dataDir,
      port: config.port,
      host: config.host,
      hooks: {
        onBeforeConnect: createUpgradeHook({ origin: config, tickets, links, log }),
        // Of a board only its pictures come over HTTP, by the API.
        onBeforeRequest: notFound,
      },
      fetch: createHttpHandler({ api, health, web, trustProxy: config.trustProxy, log }),
      hibernateAfterMs: config.hibernateAfterMs,
      hibernate: config.hibernate,
      log,
      ...(config.failpoint === "" ? {} : { onStorageStep: createFailpoint(config.failpoint, () => process.kill(process.pid, "SIGKILL")) }),
      limits: limitsFor(config),
    });
    serving = rooms;
    const admin = openAdminSocket(config.dataDir, { storage: rooms.storage, copyRegistry: (to) => registry.copyTo(to), log });
    const close = async (reason: string): Promise<void> => {
      health.drain();
      admin.close();
      await rooms.close({ reason });
      registry.close();
    };
    return { url: rooms.url, rooms, close };
  } catch (error) {
    registry.close();
    throw error;
  }
}

function notFound(): Response {
  return new Response('{"error":"not_found"}', { status: 404, headers: { "content-type": "application/json; charset=utf-8" } });
}

function limitsFor({ pingMs: pingIntervalMs, drainMs }: Config): ServeLimits {
  const files = openFileLimits(descriptorsOfProcess());
  return { pingIntervalMs, maxValueBytes: MAX_VALUE_BYTES, drainMs: Math.max(0, drainMs - CLOSING_MS), ...files };
}

function boardEnv(config: Config): BoardEnv {
  return {
    limits: {
      helloDeadlineMs: config.helloMs,
      pushes: { perSecond: config.pushesPerSecond, burst: config.pushBurst },
      // All frames of a connection: its pushes, and several times as much of the rest.
      frames: {
        perSecond: Math.max(DEFAULT_LIMITS.frames.perSecond, config.pushesPerSecond * 2),
        burst: Math.max(DEFAULT_LIMITS.frames.burst, config.pushBurst * 2),
      },
    },
    newEpoch: randomUUID,
  };
}
