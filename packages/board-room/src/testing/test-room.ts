// A BoardRoom with a host small enough to read: virtual time, memory storage, no output gate. The real host is tested
// in packages/rooms; whole systems in packages/simulation.
import type { Op } from "@inkroom/model";
import {
  type ClientMessage,
  deriveClientId,
  encode,
  type Encoding,
  PROTOCOL_VERSION,
  type Role,
  type ServerMessage,
} from "@inkroom/protocol";
import type { Connection, RoomContext, RoomRequest, RoomResponse, RoomStorage } from "@inkroom/rooms";
import { type BoardEnv, BoardRoom } from "../board-room.ts";
import { type Moderation, MODERATION_PATH } from "../moderation.ts";
import type { RoomLimits } from "../limits.ts";
import { MemoryBytes, MemoryLog } from "./memory-storage.ts";
import { TestConnection } from "./test-connection.ts";

type Timer = { readonly at: number; readonly fn: () => void | Promise<void> };

export class TestRoom {
  readonly log = new MemoryLog();
  readonly bytes = new MemoryBytes();
  connections: TestConnection[] = [];
  now = 1_000_000;
  /** Why the room has asked to be thrown away. */
  readonly aborts: string[] = [];
  room: BoardRoom;
  readonly #env: BoardEnv;
  #timers = new Set<Timer>();

  constructor(limits: Partial<RoomLimits> = {}, openAccess?: Role) {
    this.#env = { limits, openAccess, newEpoch: () => "epoch-1" };
    this.room = this.#start();
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Drops the room from memory and starts it again; connections stay as new objects with their attachments. */
  hibernate(): void {
    this.#timers = new Set();
    this.connections = this.connections.filter(({ readyState }) => readyState === 1).map((old) => new TestConnection(old.id, old.state));
    this.room = this.#start();
  }

  connect(id: string, role: Role | undefined = "edit", link = "link-1"): TestConnection {
    const connection = new TestConnection(id);
    this.connections = [...this.connections.filter((other) => other.id !== id), connection];
    this.room.onConnect(connection, { request: requestWith(role, link) });
    return connection;
  }

  /** Connects, says hello and returns with the messages of joining still to be taken. */
  join(
    name: string,
    options: { role?: Role; encoding?: Encoding; since?: number; epoch?: string; tip?: string; id?: string; also?: readonly string[] } = {},
  ): TestConnection {
    const { role, encoding, id = name, since = 0, epoch, tip, also } = options;
    const connection = this.connect(id, role);
    const held = {
      since,
      ...(epoch === undefined ? {} : { epoch }),
      ...(tip === undefined ? {} : { tip }),
      ...(also && { also: also.map(proofOf) }),
    };
    this.send(connection, hello(name, held), encoding);
    return connection;
  }

  send(connection: TestConnection, message: ClientMessage, encoding: Encoding = "binary"): void {
    const frame = encode(message, encoding);
    this.#deliver(connection, typeof frame === "string" ? frame : (frame.slice().buffer as ArrayBuffer));
  }

  raw(connection: TestConnection, frame: string): void {
    this.#deliver(connection, frame);
  }

  push(connection: TestConnection, n: number, ops: readonly Op[], encoding: Encoding = "binary"): void {
    // reason: the message's type is inferred from its schema and is the mutable form of the same data.
    this.send(connection, { t: "push", n, ops } as unknown as ClientMessage, encoding);
  }

  leave(connection: TestConnection): void {
    connection.readyState = 3;
    this.connections = this.connections.filter((other) => other !== connection);
    this.room.onClose(connection);
  }

  /** What the app asks of the room over HTTP. The status and the body of the answer. */
  async moderate(order: Moderation, role: Role = "edit"): Promise<readonly [status: number, body: string]> {
    const request = { ...requestWith(role), url: `http://room${MODERATION_PATH}`, json: () => Promise.resolve(order) };
    // reason: the room answers with what newResponse below makes.
    const { status, body } = (await this.room.onRequest(request as RoomRequest)) as unknown as { status: number; body: string };
    return [status, body];
  }

  /** Moves time on, running what is due in order. */
  advance(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers.delete(due);
      this.now = Math.max(this.now, due.at);
      void due.fn();
    }
    this.now = end;
  }

  /** As the host does: what a hook throws goes to `onException`. */
  #deliver(connection: TestConnection, frame: string | ArrayBuffer): void {
    try {
      this.room.onMessage(connection, frame);
    } catch {
      this.room.onException();
    }
  }

  #start(): BoardRoom {
    const room = new BoardRoom(this.#context(), this.#env);
    room.onStart();
    return room;
  }

  #context(): RoomContext {
    // reason: BoardRoom uses the log and the bytes of its storage only.
    const storage = { log: this.log, bytes: this.bytes } as unknown as RoomStorage;
    const open = () => this.connections.filter(({ readyState }) => readyState === 1);
    const quiet = () => {};
    return {
      party: "board",
      name: "test",
      id: { name: "test", toString: () => "test", equals: () => false },
      storage,
      connections: {
        // reason: the tests know what their connections hold.
        get: <S>(id: string) => open().find((connection) => connection.id === id) as Connection<S> | undefined,
        list: <S>() => open() as Connection<S>[],
        broadcast: quiet,
      },
      log: { info: quiet, warn: quiet, error: quiet },
      now: () => this.now,
      setTimer: (delayMs, fn) => {
        const timer = { at: this.now + delayMs, fn };
        this.#timers.add(timer);
        return () => this.#timers.delete(timer);
      },
      blockConcurrencyWhile: (work) => work(),
      setWebSocketAutoResponse: quiet,
      getWebSocketAutoResponse: () => null,
      getWebSocketAutoResponseTimestamp: () => null,
      waitUntil: quiet,
      reportException: quiet,
      // reason: only `moderate` above looks at it.
      newResponse: (body, init) => ({ status: init?.status ?? 200, body }) as unknown as RoomResponse,
      abort: (reason) => void this.aborts.push(reason),
    };
  }
}

export function clientIdOf(name: string): string {
  return deriveClientId(proofOf(name));
}

export function hello(name: string, fields: Partial<Extract<ClientMessage, { t: "hello" }>> = {}): ClientMessage {
  return { t: "hello", v: PROTOCOL_VERSION, clientId: clientIdOf(name), proof: proofOf(name), since: 0, name, color: "red", ...fields };
}

/** The messages of one type. */
export function only<T extends ServerMessage["t"]>(messages: readonly ServerMessage[], type: T): Extract<ServerMessage, { t: T }>[] {
  return messages.filter((message): message is Extract<ServerMessage, { t: T }> => message.t === type);
}

function proofOf(name: string): string {
  return `proof-of-${name}`;
}

function requestWith(role: Role | undefined, link = "link-1"): RoomRequest {
  const header = role === undefined ? null : JSON.stringify({ role, link });
  // reason: BoardRoom reads one header of a request to connect.
  return { headers: { get: () => header } } as unknown as RoomRequest;
}
