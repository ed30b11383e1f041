// People on one board, in a process of their own: all move their pointers, some draw, some may read slowly. A few observers
// look into every frame; the others only take them. Answers one order with what was sent and what the observers got.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type ClientMessage, decodeClient, decodeServer, deriveClientId, encode, PROTOCOL_VERSION } from "@inkroom/protocol";
import { encodePoints } from "@inkroom/shapes";
import WebSocket from "ws";
import { joinSlowly } from "./raw-reader.ts";

export type Order = {
  readonly url: string;
  readonly kind: "board" | "floor";
  readonly people: number;
  readonly drawers: number;
  /** Of each pointer, per second. */
  readonly movesPerSecond: number;
  /** Of each drawer, per second. */
  readonly pushesPerSecond: number;
  readonly pointsPerPush: number;
  readonly seconds: number;
  /** Further people that read nothing, and that read `slowBytesPerSecond`. */
  readonly frozen: number;
  readonly slow: number;
  readonly slowBytesPerSecond: number;
};
type Delivery = { readonly share: number; readonly p50Ms: number; readonly p99Ms: number };
export type Report = {
  readonly moves: Delivery;
  readonly pushes: Delivery;
  readonly slowCut: number;
  readonly movesSent: number;
  readonly pushesSent: number;
};

const OBSERVERS = 5;
const PHASES = 10;
const SETTLE_MS = 1_500;
/** Times travel as a coordinate: milliseconds modulo this. */
const WRAP_MS = 8_192;

const nowMs = (): number => Math.floor(performance.timeOrigin + performance.now());
const stamp = (): number => nowMs() % WRAP_MS;

class Watch {
  count = 0;
  readonly delaysMs: number[] = [];

  saw(stamped: number): void {
    this.count += 1;
    this.delaysMs.push((stamp() - stamped + WRAP_MS) % WRAP_MS);
  }

  delivery(expected: number): Delivery {
    const sorted = this.delaysMs.toSorted((a, b) => a - b);
    const quantile = (q: number): number => sorted[Math.floor(sorted.length * q)] ?? Number.NaN;
    return { share: this.count / expected, p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
  }
}

class Person {
  readonly #socket: WebSocket;
  readonly #proof = randomBytes(16).toString("hex");
  #n = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static async join({ url, kind }: Order, id: number): Promise<Person> {
    const socket = new WebSocket(kind === "board" ? `${url}/parties/board/crowd?_pk=p${id}` : url, { perMessageDeflate: false });
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    const person = new Person(socket);
    if (kind === "board")
      person.send({ t: "hello", v: PROTOCOL_VERSION, clientId: deriveClientId(person.#proof), proof: person.#proof, since: 0 });
    return person;
  }

  send(message: ClientMessage): void {
    this.#socket.send(encode(message, "binary"));
  }

  onFrame(look: (frame: Uint8Array) => void): void {
    this.#socket.on("message", (data: Buffer) => look(data));
  }

  move(): void {
    this.send({ t: "cursor", at: [stamp(), 1] });
  }

  push(points: Uint8Array<ArrayBuffer>, count: number): void {
    this.#n += 1;
    const id = `${deriveClientId(this.#proof).slice(0, 8)}-${this.#n}`;
    const look = {
      color: "ink",
      size: "m",
      opacity: 1,
      locked: false,
      link: "",
      rotation: 0,
      pressure: false,
      quantum: 1,
      scaleX: 1,
      scaleY: 1,
    } as const;
    const shape = {
      id,
      kind: "draw",
      nib: "pen",
      fill: "none",
      fillColor: "same",
      parent: "page",
      index: "a0",
      x: stamp(),
      y: 0,
      points,
      count,
      done: true,
      ...look,
    } as const;
    this.send({ t: "push", n: this.#n, ops: [{ op: "add", shape }] });
  }

  end(): void {
    this.#socket.terminate();
  }
}

/** What an observer finds in a frame of either server. */
function lookInto(kind: Order["kind"], moves: Watch, pushes: Watch): (frame: Uint8Array) => void {
  const open = (frame: Uint8Array): void => {
    const decoded = decodeServer(frame);
    if (!decoded.ok) return;
    if (decoded.message.t === "cursors") for (const [, x] of decoded.message.list) if (x !== undefined) moves.saw(x);
    if (decoded.message.t === "ops")
      for (const { ops } of decoded.message.list) for (const op of ops) if (op.op === "add") pushes.saw(op.shape.x);
  };
  if (kind === "board") return open;
  return (frame) => {
    const bytes = Buffer.from(frame);
    for (let at = 0; at < bytes.length;) {
      const length = bytes.readUInt16LE(at + 2);
      const inner = decodeFloor(frame.subarray(at + 4, at + 4 + length));
      if (inner?.t === "cursor" && inner.at !== undefined) moves.saw(inner.at[0]);
      if (inner?.t === "push") for (const op of inner.ops) if (op.op === "add") pushes.saw(op.shape.x);
      at += 4 + length;
    }
  };
}

function decodeFloor(frame: Uint8Array): ClientMessage | undefined {
  const decoded = decodeClient(frame);
  return decoded.ok ? decoded.message : undefined;
}

async function run(order: Order): Promise<Report> {
  const { people: count, drawers, movesPerSecond, pushesPerSecond, pointsPerPush, seconds, kind } = order;
  const people: Person[] = [];
  for (let id = 0; id < count; id += 1) people.push(await Person.join(order, id));
  const room = new URL(`${order.url.replace("ws", "http")}/parties/board/crowd`);
  const slow = await Promise.all(
    Array.from({ length: order.frozen + order.slow }, (_, i) =>
      joinSlowly(room, `slow${i}`, i < order.frozen ? 0 : order.slowBytesPerSecond),
    ),
  );
  let slowCut = 0;
  for (const socket of slow) socket.once("close", () => (slowCut += 1));
  await sleep(SETTLE_MS);
  const [moves, pushes] = [new Watch(), new Watch()];
  for (const person of people.slice(-OBSERVERS)) person.onFrame(lookInto(kind, moves, pushes));
  const points = new Uint8Array(
    encodePoints(
      Array.from({ length: pointsPerPush }, (_, i) => ({ x: i * 10 + 72 * Math.sin(i / 6), y: 88 * Math.cos(i / 6) })),
      {
        quantum: 1,
        pressure: false,
      },
    ),
  );
  const sent = { moves: 0, pushes: 0 };
  let phase = 0;
  const turns = setInterval(
    () => {
      phase = (phase + 1) % PHASES;
      for (let i = phase; i < count; i += PHASES, sent.moves += 1) people[i]?.move();
    },
    1_000 / movesPerSecond / PHASES,
  );
  let drawer = 0;
  const strokes = setInterval(
    () => {
      drawer = (drawer + 1) % drawers;
      people[drawer]?.push(points, pointsPerPush);
      sent.pushes += 1;
    },
    1_000 / pushesPerSecond / drawers,
  );
  await sleep(seconds * 1_000);
  clearInterval(turns);
  clearInterval(strokes);
  await sleep(SETTLE_MS);
  // The floor tells everybody their own too, the board tells nobody their own pointer. Observers move, but do not draw.
  const heardBy = kind === "board" ? (OBSERVERS * (count - 1)) / count : OBSERVERS;
  const report = {
    moves: moves.delivery(sent.moves * heardBy),
    pushes: pushes.delivery(sent.pushes * OBSERVERS),
    slowCut,
    movesSent: sent.moves,
    pushesSent: sent.pushes,
  };
  for (const person of people) person.end();
  for (const socket of slow) socket.destroy();
  return report;
}

process.on("message", (order: Order | "stop") => {
  if (order === "stop") process.exit();
  run(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send?.("ready");
