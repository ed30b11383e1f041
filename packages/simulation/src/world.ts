// One simulated run from its plan: clients, network, server, faults; then everything is mended and judged.
import type { BoardEnv } from "@inkroom/board-room";
import { boardFromEntries, hashBoard, snapshotEntries } from "@inkroom/model";
import type { ConnTransport, RoomClass, StorageDriver } from "@inkroom/rooms";
import { createMemoryDriver } from "@inkroom/storage/memory";
import type { ShapeId } from "@inkroom/shapes";
import type { StoredBase } from "@inkroom/sync";
import type { FaultPoint } from "./crash-driver.ts";
import { Dice } from "./dice.ts";
import { judgeClients, judgeLog, judgeRefusals, judgeSteps, readLog } from "./judgement.ts";
import type { Command, Plan } from "./plan.ts";
import { Records } from "./records.ts";
import { SimClient, type SimClientOptions } from "./sim-client.ts";
import { BOARD, SimServer } from "./sim-server.ts";
import { openSqliteWorld } from "./sqlite-world.ts";
import { callAsStranger, type StrangeName } from "./stranger.ts";
import { WorldClock } from "./world-clock.ts";

export type WorldOptions = {
  /** A faulty room, to see that it is noticed. */
  readonly roomClass?: RoomClass<BoardEnv> | undefined;
  /** Told of the server's end of each new connection. */
  readonly onTransport?: ((id: string, transport: ConnTransport) => void) | undefined;
  /** A faulty driver around the real one. */
  readonly wrapDriver?: ((driver: StorageDriver) => StorageDriver) | undefined;
};

export type Outcome = {
  /** What is wrong; empty for a run that held. */
  readonly wrong: readonly string[];
  readonly struck: readonly FaultPoint[];
  /** What the run was worth. */
  readonly counts: {
    readonly logged: number;
    readonly acked: number;
    readonly refused: number;
    /** Of those that may only add: what they have put into the log, and what they were told is not theirs to do. */
    readonly added: number;
    readonly forbidden: number;
    readonly undone: number;
    readonly patched: number;
    readonly crashes: number;
    readonly woken: number;
  };
};

/** How long a mended world may take to come to rest, ms of its own time. */
const REST_MS = 180_000;
const STEP_MS = 500;

export async function runPlan(plan: Plan, options: WorldOptions = {}): Promise<Outcome> {
  const storage = plan.storage === "sqlite" ? openSqliteWorld() : memoryWorld();
  const world = new World(plan, () => (options.wrapDriver ?? ((driver) => driver))(storage.open()), options);
  try {
    await world.play();
    return await world.judge();
  } finally {
    world.end();
    storage.remove();
  }
}

function memoryWorld(): { open(): StorageDriver; remove(): void } {
  const driver = createMemoryDriver();
  return { open: () => driver, remove: () => {} };
}

class World {
  readonly #plan: Plan;
  readonly #clock = new WorldClock();
  readonly #dice: Dice;
  readonly #records = new Records();
  readonly #openDriver: () => StorageDriver;
  readonly #server: SimServer;
  readonly #usedIds: ShapeId[] = [];
  readonly #clients: SimClient[] = [];
  /** What a browser has stored of the board at some time. */
  #base: StoredBase | undefined;
  /** Second tabs of the same identity, open until the world is mended. */
  readonly #twins: SimClient[] = [];
  #tabs = 0;
  #strangers = 0;

  constructor(plan: Plan, openDriver: () => StorageDriver, { roomClass, onTransport }: WorldOptions) {
    this.#plan = plan;
    this.#dice = new Dice(plan.seed);
    this.#openDriver = openDriver;
    const { hibernate, hibernateAfterMs } = plan;
    this.#server = new SimServer({ clock: this.#clock, openDriver, env: envOf(plan), hibernate, hibernateAfterMs, roomClass, onTransport });
    const editors = plan.clients - (plan.adders ?? 0);
    for (let i = 0; i < plan.clients; i += 1) this.#clients.push(this.#newClient(i, i < editors ? {} : { adding: { earlier: [] } }));
  }

  async play(): Promise<void> {
    for (const command of this.#plan.commands) {
      await this.#perform(command);
      await this.#clock.advance(this.#dice.roll(20));
      if (!this.#server.isUp) this.#server.start();
    }
  }

  /** Mends everything, waits for rest, and compares. */
  async judge(): Promise<Outcome> {
    await this.#mend();
    await this.#server.drain();
    const driver = this.#openDriver();
    const store = driver.open(BOARD);
    const txns = readLog(store.log);
    const { board, wrong: wrongSteps } = judgeSteps(txns, this.#records);
    const wrongLog = judgeLog(store.log, txns, this.#records);
    store.close();
    driver.close();
    this.#server.start();
    // Somebody new gets the board from checkpoint and tail.
    this.#clients.push(this.#newClient(this.#clients.length));
    await this.#rest();
    const wrongClients = judgeClients(this.#clients, hashBoard(board), txns.length, this.#records);
    const wrongRefusals = judgeRefusals(this.#clients, txns, this.#records);
    const { acked, nacked, undone } = this.#records;
    return {
      struck: this.#server.struck,
      wrong: [...wrongLog, ...wrongSteps, ...wrongClients, ...wrongRefusals, ...this.#server.unexpected],
      counts: {
        logged: txns.length,
        acked: acked.size,
        refused: nacked.size,
        added: txns.filter(({ client }) => this.#records.adders.has(client)).length,
        forbidden: [...nacked.values()].filter((code) => code === "forbidden").length,
        undone: undone.size,
        patched: this.#records.patched,
        crashes: this.#server.crashes,
        woken: this.#server.woken,
      },
    };
  }

  end(): void {
    for (const client of [...this.#clients, ...this.#twins]) client.session.stop();
    this.#server.arm(undefined);
    this.#server.kill();
  }

  async #mend(): Promise<void> {
    this.#server.arm(undefined);
    if (!this.#server.isUp) this.#server.start();
    for (const { session } of this.#twins) session.stop();
    // What a twin has said last may still be on its way, and would take the place of who comes back at once.
    if (this.#twins.length > 0) await this.#clock.advance(QUIET_MS);
    // A tab of a newer version has to be loaded anew; what it had not sent is still there.
    for (const [i, client] of this.#clients.entries()) if (client.transport.isNewer) this.#clients[i] = this.#reload(client, true);
    for (const { session } of this.#clients) session.start();
    await this.#rest();
  }

  async #rest(): Promise<void> {
    for (let ms = 0; ms < REST_MS; ms += STEP_MS) {
      await this.#clock.advance(STEP_MS);
      if (!this.#server.isUp) this.#server.start();
      if (ms >= QUIET_MS && this.#clients.every(({ session, replica }) => session.state.kind === "live" && replica.pending.length === 0))
        break;
    }
    await this.#clock.advance(STEP_MS);
  }

  async #perform(command: Command): Promise<void> {
    if (command.do === "wait") return this.#clock.advance(command.ms);
    if (command.do === "crash" || command.do === "drain") return this.#goDown(command.do, command.downMs);
    if (command.do === "fault") return this.#server.arm(command.at);
    if (command.do === "jump") return this.#server.jump(command.ms);
    if (command.do === "stranger") return this.#callAsStranger(command.what);
    const at = command.c % this.#clients.length;
    const client = this.#clients[at];
    if (client === undefined) return;
    switch (command.do) {
      case "edit":
        return client.edit(command.what, command.pick, command.value);
      case "drag":
        return client.drag(command.pick, command.value, command.moves);
      case "undo":
        return client.undo();
      case "redo":
        return client.redo();
      case "cut":
        return client.transport.line?.cut(command.drain);
      case "silence":
        return client.transport.fallSilent(command.roomNoticesMs);
      case "stop":
        return client.session.stop();
      case "start":
        return client.session.start();
      case "repeat":
        return client.repeat(command.pick);
      case "reload":
        this.#clients[at] = this.#reload(client, command.keepOutbox);
        return;
      case "twin":
        this.#twins.push(this.#newClient(this.#tabs, { name: client.name, adding: client.adding }));
        return;
      case "skew":
        client.transport.isNewer = true;
        return;
      case "presence":
        return client.showPresence(command.value);
      default:
        return command satisfies never;
    }
  }

  #callAsStranger(what: StrangeName): void {
    const delayMs = (): number => this.#dice.roll(this.#plan.maxDelayMs + 1);
    const world = { clock: this.#clock, server: this.#server, delayMs, number: (this.#strangers += 1) };
    callAsStranger(world, what, (wrong) => this.#records.contradictions.push(wrong));
  }

  async #goDown(how: "crash" | "drain", downMs: number): Promise<void> {
    if (how === "crash") this.#server.crash();
    else await this.#server.drain();
    await this.#clock.advance(downMs);
    this.#server.start();
  }

  /** With the outbox the new tab has the old one's name; the board it opens with may be of any visit of that browser. */
  #reload(old: SimClient, keepOutbox: boolean): SimClient {
    old.session.stop();
    const stored = old.storeBase();
    if (stored !== undefined && this.#dice.roll(2) === 0) this.#base = stored;
    const base = this.#base === undefined ? undefined : { ...this.#base, board: boardFromEntries(snapshotEntries(this.#base.board)) };
    const { name, adding } = old;
    if (keepOutbox) return this.#newClient(this.#tabs, { name, restored: old.outbox, base, adding });
    return this.#newClient(this.#tabs, { base, adding: adding && { earlier: [name, ...adding.earlier].slice(0, MAX_EARLIER) } });
  }

  #newClient(number: number, earlier?: Partial<Pick<SimClientOptions, "adding" | "base" | "name" | "restored">>): SimClient {
    this.#tabs += 1;
    return new SimClient({
      clock: this.#clock,
      server: this.#server,
      records: this.#records,
      name: earlier?.name ?? `person ${number} of tab ${this.#tabs}`,
      tab: this.#tabs,
      encoding: this.#tabs % 2 === 0 ? "text" : "binary",
      delayMs: () => this.#dice.roll(this.#plan.maxDelayMs + 1),
      restored: earlier?.restored,
      base: earlier?.base,
      adding: earlier?.adding,
      usedIds: this.#usedIds,
    });
  }
}

/** As many as a hello proves beside its own. */
const MAX_EARLIER = 8;
/** Long enough for the room to have noticed every dead line. */
const QUIET_MS = 12_000;

function envOf({ seed, checkpointEvery, tightRates }: Plan): BoardEnv {
  // Every third world keeps the parts of its boards, however small, and is shown them while it is not in memory.
  const parts = seed % 3 === 0 ? { keptPartsFrom: 1, keptPartsEvery: 4, keptPartsRestMs: 30 } : {};
  const tight = { pushes: { perSecond: 20, burst: 6 }, motion: { perSecond: 20, burst: 5 } };
  return {
    openAccess: "edit",
    newEpoch: () => `epoch-${seed}`,
    limits: {
      checkpointEvery,
      smallTailBytes: 0,
      sumEverySeqs: 3,
      sumAfterMs: 10,
      maxStrikes: 1_000,
      ...parts,
      ...(tightRates ? tight : {}),
    },
  };
}
