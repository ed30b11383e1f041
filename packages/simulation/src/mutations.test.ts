// Is the simulation able to fail? Each test breaks one rule that the promises rest on and demands that it is noticed.
import { BoardRoom } from "@inkroom/board-room";
import { decodeServer, encode } from "@inkroom/protocol";
import type { Connection, ConnectionContext, ConnTransport, LogEntry, RoomStore, StorageDriver } from "@inkroom/rooms";
import { describe, expect, test } from "vitest";
import { firstFailure } from "./first-failure.ts";

describe("a world notices", () => {
  test("a room that forgets what it has decided last", async () => {
    expect(await firstFailure(10, { wrapDriver: forgetLast })).toContainEqual(
      expect.stringMatching(/(is in the log|was acknowledged) at \d+ and at \d+/),
    );
  });

  test("a room that lets answers out before the commit", async () => {
    expect(await firstFailure(60, { roomClass: LeakyRoom, onTransport: (id, transport) => TRANSPORTS.set(id, transport) })).toContainEqual(
      expect.stringMatching(
        /was acknowledged at \d+ and is in the log at|acknowledged at \d+ and at \d+|with ops that nobody has committed/,
      ),
    );
  });

  test("a room that tells two members different things, by the hash of their boards", async () => {
    const wrong = await firstFailure(10, { roomClass: TwoTonguedRoom });
    expect(wrong).toContainEqual(expect.stringMatching(/^board\.differs /));
    expect(wrong).toContainEqual(expect.stringMatching(/had another board than the room's sum said/));
  });

  test("nothing in the same plans when nothing is broken", async () => {
    expect(await firstFailure(60)).toEqual([]);
  });
});

/** Sends past the output gate. */
class LeakyRoom extends BoardRoom {
  override onStart(): void {
    super.onStart();
    for (const connection of this.getConnections()) leak(connection);
  }

  override onConnect(connection: Connection, context: ConnectionContext): void {
    leak(connection);
    super.onConnect(connection, context);
  }
}

/** The server's end of the newest connection of each id. */
const TRANSPORTS = new Map<string, ConnTransport>();

function leak(connection: Connection): void {
  const transport = TRANSPORTS.get(connection.id);
  const send = (data: string | Uint8Array): void => transport?.send(data);
  Object.defineProperty(connection, "send", { value: send, configurable: true });
}

/** Shapes that others add are one unit off for whoever has connected first. */
class TwoTonguedRoom extends BoardRoom {
  override onStart(): void {
    super.onStart();
    for (const connection of this.getConnections()) skew(connection);
  }

  override onConnect(connection: Connection, context: ConnectionContext): void {
    skew(connection);
    super.onConnect(connection, context);
  }
}

function skew(connection: Connection): void {
  if (connection.id !== "tab1") return;
  const send = connection.send.bind(connection);
  const skewed = (frame: string | Uint8Array | ArrayBuffer): void => send(frame instanceof ArrayBuffer ? frame : skewedFrame(frame));
  Object.defineProperty(connection, "send", { value: skewed, configurable: true });
}

function skewedFrame(frame: string | Uint8Array): string | Uint8Array {
  const decoded = decodeServer(frame);
  if (!decoded.ok || decoded.message.t !== "ops") return frame;
  const list = decoded.message.list.map(({ ops, ...logged }) => ({
    ...logged,
    ops: ops.map((op) => (op.op === "add" ? { ...op, shape: { ...op.shape, x: op.shape.x + 1 } } : op)),
  }));
  return encode({ t: "ops", list }, typeof frame === "string" ? "text" : "binary");
}

/** The log's memory of a client's last number is one behind, and it takes a number twice. */
function forgetLast(driver: StorageDriver): StorageDriver {
  return {
    open: (key) => forgetful(driver.open(key)),
    alarms: () => driver.alarms(),
    count: () => driver.count(),
    health: () => driver.health(),
    close: () => driver.close(),
  };
}

/** Numbers are stored as n * 1000 + how often they were taken. */
function forgetful(store: RoomStore): RoomStore {
  const { log } = store;
  const free = (client: string, n: number): number => {
    let stored = n * 1_000;
    while (log.find(client, stored) !== undefined || log.refusal(client, stored) !== undefined) stored += 1;
    return stored;
  };
  const shown = (entry: LogEntry): LogEntry => ({ ...entry, n: Math.floor(entry.n / 1_000) });
  return {
    ...store,
    log: {
      head: () => log.head(),
      append: (entry) => log.append({ ...entry, n: free(entry.client, entry.n) }),
      read: (from, limit) => log.read(from, limit).map(shown),
      find: (client, n) => log.find(client, n * 1_000),
      lastOf: (client) => Math.max(0, Math.floor(log.lastOf(client) / 1_000) - 1),
      refuse: (client, n, code) => log.refuse(client, free(client, n), code),
      refusal: (client, n) => log.refusal(client, n * 1_000),
    },
  };
}
