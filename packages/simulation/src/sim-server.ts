// The server of a world: real rooms on real storage, in a process that can die and be started again.
import { BoardRoom, type BoardEnv, GRANT_HEADER, type Grant } from "@inkroom/board-room";
import { decodeServer, type Role } from "@inkroom/protocol";
import {
  type ConnTransport,
  createRoomHosts,
  type LogFields,
  type RoomClass,
  type RoomHosts,
  type RoomRequest,
  type SocketEvents,
  type StorageDriver,
} from "@inkroom/rooms";
import { deserialize, serialize } from "node:v8";
import { CrashDriver, type FaultPoint } from "./crash-driver.ts";
import type { Line } from "./line.ts";
import { ProcessClock, type WorldClock } from "./world-clock.ts";

export const BOARD = { party: "board", name: "b1" } as const;

export type SimServerOptions = {
  readonly clock: WorldClock;
  /** A driver on what earlier processes have stored. */
  readonly openDriver: () => StorageDriver;
  readonly env: BoardEnv;
  readonly hibernate: "always" | "idle";
  readonly hibernateAfterMs: number;
  /** Default: the real one. Faulty ones show that the simulation notices. */
  readonly roomClass?: RoomClass<BoardEnv> | undefined;
  /** Told of the server's end of each new connection. */
  readonly onTransport?: ((id: string, transport: ConnTransport) => void) | undefined;
};

type Process = { readonly hosts: RoomHosts; readonly clock: ProcessClock; readonly driver: CrashDriver };

/** What a room logs when a fault was planned. Any other error is a bug. */
const EXPECTED_ERRORS: ReadonlySet<string> = new Set(["room.discarded", "room.start_failed"]);

export class SimServer {
  readonly #options: SimServerOptions;
  readonly #lines = new Set<Line>();
  readonly unexpected: string[] = [];
  /** The faults that have happened. */
  readonly struck: FaultPoint[] = [];
  #process: Process | undefined;
  crashes = 0;
  #wokenBefore = 0;
  #faultsPlanned = 0;
  #armed: FaultPoint | undefined;
  #jumpedMs = 0;

  constructor(options: SimServerOptions) {
    this.#options = options;
    this.start();
  }

  get isUp(): boolean {
    return this.#process !== undefined;
  }

  /** How many times a hibernated room was woken, in all processes. */
  get woken(): number {
    return this.#wokenBefore + (this.#process?.hosts.stats().woken ?? 0);
  }

  start(): void {
    if (this.#process !== undefined) return;
    const { clock: world, openDriver, env, hibernate, hibernateAfterMs, roomClass = BoardRoom } = this.#options;
    const clock = new ProcessClock(world, () => this.#jumpedMs);
    const driver = new CrashDriver(
      openDriver(),
      (point) => this.struck.push(point),
      () => this.crash(),
    );
    const hosts = createRoomHosts<BoardEnv>({
      parties: { [BOARD.party]: roomClass },
      env,
      driver,
      clock,
      log: { info: () => {}, warn: () => {}, error: (event, fields) => this.#note(event, fields) },
      codec: { encode: (value) => serialize(value), decode: (bytes) => deserialize(bytes) },
      newResponse: (body, init) => new Response(typeof body === "string" ? body : null, init),
      hibernate,
      hibernateAfterMs,
    });
    this.#process = { hosts, clock, driver };
  }

  /** With a link of this role; without one as whoever comes to an open room. Undefined while no process runs. */
  connect(id: string, line: Line, role?: Role): SocketEvents | undefined {
    if (this.#process === undefined) return undefined;
    this.#lines.add(line);
    this.#options.onTransport?.(id, line.transport);
    const uri = `http://sim.test/parties/${BOARD.party}/${BOARD.name}?_pk=${id}`;
    const transport: ConnTransport = { ...line.transport, send: (data) => this.#send(line, data) };
    return this.#process.hosts.connect(BOARD.party, BOARD.name, transport, { id, uri, request: new SimRequest(uri, role) });
  }

  /** The wall clock of the server's machine is put forward or back. Its timers do not mind. */
  jump(ms: number): void {
    this.#jumpedMs += ms;
  }

  /** A frame leaves the process; it may be the last one. */
  #send(line: Line, data: string | Uint8Array): void {
    line.transport.send(data);
    const point = this.#armed;
    if (point !== "after-ack" && point !== "in-snapshot") return;
    const decoded = decodeServer(data);
    if (!decoded.ok) return;
    const { message } = decoded;
    if (point === "after-ack" ? message.t !== "ack" : message.t !== "welcome" || message.mode === "tail") return;
    this.#armed = undefined;
    this.struck.push(point);
    this.crash();
  }

  arm(point: FaultPoint | undefined): void {
    if (point !== undefined) this.#faultsPlanned += 1;
    this.#armed = point;
    this.#process?.driver.arm(point);
  }

  /** The process is gone at once; its connections end. */
  crash(): void {
    const process = this.#process;
    if (process === undefined) return;
    this.#wokenBefore = this.woken;
    this.#process = undefined;
    this.crashes += 1;
    process.clock.die();
    process.driver.kill();
    for (const line of this.#lines) line.serverDied();
    this.#lines.clear();
    // Whoever called us may be in the middle of a write to this driver: the transaction is lost once that is over.
    this.#options.clock.defer(() => process.driver.release());
  }

  /** SIGTERM: what runs is finished, connections are closed with 1012. */
  async drain(): Promise<void> {
    const process = this.#process;
    if (process === undefined) return;
    const closed = process.hosts.close();
    await this.#options.clock.advance(1);
    await closed;
    this.#wokenBefore = this.woken;
    this.#process = undefined;
    process.clock.die();
    process.driver.release();
  }

  /** Ends it for good, without a word. */
  kill(): void {
    const process = this.#process;
    this.#process = undefined;
    process?.clock.die();
    process?.driver.kill();
    process?.driver.release();
  }

  #note(event: string, fields: LogFields = {}): void {
    if (EXPECTED_ERRORS.has(event) && this.#faultsPlanned + this.crashes > 0) return;
    const { error, ...rest } = fields;
    const code = (error as { code?: unknown } | undefined)?.code;
    if (this.#faultsPlanned > 0 && (code === "io" || code === "closed")) return;
    this.unexpected.push(`${event} ${JSON.stringify(rest)} ${error instanceof Error ? error.stack : String(error)}`);
  }
}

class SimRequest implements RoomRequest {
  readonly method = "GET";
  readonly headers: RoomRequest["headers"];
  readonly url: string;

  constructor(url: string, role: Role | undefined) {
    const grant = role === undefined ? null : JSON.stringify({ role, link: role } satisfies Grant);
    const get = (name: string): string | null => (name === GRANT_HEADER ? grant : null);
    this.headers = { get, has: (name) => get(name) !== null, forEach: () => {} };
    this.url = url;
  }

  text(): Promise<string> {
    return Promise.resolve("");
  }

  json(): Promise<unknown> {
    return Promise.resolve(null);
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(new ArrayBuffer(0));
  }
}
