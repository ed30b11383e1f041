// Rooms of one test: a memory driver, virtual time, fake sockets, and a log that can be looked at.
import { createMemoryDriver } from "../memory/index.ts";
import type { LogFields, NewResponse, RoomHeaders, RoomRequest, RoomResponse, StorageDriver, ValueCodec } from "../ports.ts";
import { createRoomHosts } from "../room-hosts.ts";
import type { RoomHosts, RoomHostsOptions, SocketEvents } from "../room-hosts.ts";
import type { RoomClass } from "../server.ts";
import { FakeTransport } from "./fake-transport.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** JSON in ASCII: enough for tests, and free of the platform. */
export const jsonCodec: ValueCodec = {
  encode(value) {
    if (typeof value === "function") throw new TypeError("a function cannot be cloned");
    const text = JSON.stringify(value).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  },
  decode: (bytes) => JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
};

function headersOf(record: Readonly<Record<string, string>>): RoomHeaders {
  const map = new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    get: (name) => map.get(name.toLowerCase()) ?? null,
    has: (name) => map.has(name.toLowerCase()),
    forEach: (fn) => map.forEach((value, name) => fn(value, name)),
  };
}

export type TestResponse = RoomResponse & { readonly body: string };

export const newTestResponse: NewResponse = (body = "", { status = 200, headers = {} } = {}): TestResponse => ({
  status,
  headers: headersOf(headers),
  body: typeof body === "string" ? body : "",
  arrayBuffer: async () => new ArrayBuffer(0),
});

export function testRequest(url = "http://rooms.test/", headers: Readonly<Record<string, string>> = {}): RoomRequest {
  return {
    url,
    method: "GET",
    headers: headersOf(headers),
    text: async () => "",
    json: async () => null,
    arrayBuffer: async () => new ArrayBuffer(0),
  };
}

/** One client of a bench: what it received, and what its socket tells the room. */
export type TestClient = SocketEvents & { readonly id: string; readonly transport: FakeTransport };

export type LoggedEvent = { readonly level: "info" | "warn" | "error"; readonly event: string; readonly fields: LogFields };

export class RoomBench<Env = undefined> {
  readonly clock: VirtualClock;
  readonly driver: StorageDriver;
  readonly logged: LoggedEvent[] = [];
  readonly hosts: RoomHosts;
  #clients = 0;

  constructor(roomClass: RoomClass<Env>, env: Env, options: Partial<RoomHostsOptions<Env>> & { readonly clock?: VirtualClock } = {}) {
    this.clock = options.clock ?? new VirtualClock();
    this.driver = options.driver ?? createMemoryDriver();
    const note =
      (level: LoggedEvent["level"]) =>
      (event: string, fields: LogFields = {}): void =>
        void this.logged.push({ level, event, fields });
    this.hosts = createRoomHosts<Env>({
      parties: { test: roomClass },
      env,
      log: { info: note("info"), warn: note("warn"), error: note("error") },
      codec: jsonCodec,
      newResponse: newTestResponse,
      ...options,
      clock: this.clock,
      driver: this.driver,
    });
  }

  /** Connects without letting the room take notice. */
  connect(room = "room", id = `client-${++this.#clients}`, headers: Readonly<Record<string, string>> = {}): TestClient {
    const transport = new FakeTransport();
    const uri = `http://rooms.test/parties/test/${room}?_pk=${id}`;
    return { id, transport, ...this.hosts.connect("test", room, transport, { id, uri, request: testRequest(uri, headers) }) };
  }

  /** Connects and lets the room settle. */
  async join(room = "room", id?: string, headers?: Readonly<Record<string, string>>): Promise<TestClient> {
    const client = this.connect(room, id, headers);
    await this.clock.settle();
    return client;
  }

  async request(room = "room"): Promise<TestResponse> {
    const response = this.hosts.request("test", room, testRequest());
    await this.clock.settle();
    return (await response) as TestResponse;
  }

  errors(event: string): unknown[] {
    return this.logged.filter((each) => each.event === event).map((each) => each.fields["error"]);
  }
}
