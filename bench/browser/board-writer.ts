// People without a browser: one fills a board with strokes, others draw on it while it is watched.
import { indicesBetween, type Op } from "@inkroom/model";
import { decodeServer, deriveClientId, encode, PROTOCOL_VERSION } from "@inkroom/protocol";
import { COLOR_NAMES, type DrawShape, encodePoints } from "@inkroom/shapes";
import { WebSocket } from "ws";
import type { BenchBoard, BenchServer } from "../server-process.ts";
import { type BenchStroke, makeStroke, randomFrom } from "./strokes.ts";

const FORMAT = { quantum: 1 / 16, pressure: false } as const;
const STROKES_PER_PUSH = 200;
const PUSHES_UNDER_WAY = 8;

export type Writer = {
  /** Resolves when the room has all of them. */
  fill(strokes: readonly BenchStroke[]): Promise<void>;
  /** Draws strokes one after the other around a page point, `pointsPerSecond`, until `stop`. */
  drawOn(options: { readonly seed: number; readonly pointsPerSecond: number; readonly spread: number }): () => void;
  /** Moves the own pointer, page units. */
  point(x: number, y: number): void;
  close(): void;
};

export async function joinAsWriter(server: BenchServer, board: BenchBoard): Promise<Writer> {
  const ticket = await server.ticket(board);
  const proof = crypto.randomUUID();
  const socket = new WebSocket(`ws://${server.host}/parties/board/${board.id}?_pk=${proof}&ticket=${ticket}`);
  socket.binaryType = "nodebuffer";
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  let n = 0;
  let acked = 0;
  let onAck = (): void => undefined;
  socket.on("message", (data: Buffer) => {
    const decoded = decodeServer(new Uint8Array(data));
    if (!decoded.ok) return;
    if (decoded.message.t === "nack") throw new Error(`the room refused: ${decoded.message.code}`);
    if (decoded.message.t !== "ack") return;
    acked = decoded.message.n;
    onAck();
  });
  const send = (message: Parameters<typeof encode>[0]): void => socket.send(encode(message, "binary"));
  const clientId = deriveClientId(proof);
  send({ t: "hello", v: PROTOCOL_VERSION, clientId, proof, since: 0, name: "Writer" });
  const push = (ops: readonly Op[]): void => send({ t: "push", n: (n += 1), ops: [...ops] });
  const settled = async (atMost: number): Promise<void> => {
    while (n - acked > atMost) await new Promise<void>((resolve) => (onAck = resolve));
  };
  return {
    async fill(strokes) {
      for (const ops of addsOf(strokes, strokes.length, clientId)) {
        push(ops);
        await settled(PUSHES_UNDER_WAY);
      }
      await settled(0);
    },
    drawOn: ({ seed, pointsPerSecond, spread }) => drawLive({ seed, pointsPerSecond, spread, push, send }),
    point: (x, y) => send({ t: "cursor", at: [Math.round(x), Math.round(y)] }),
    close: () => socket.terminate(),
  };
}

/** The transactions by which a client puts `count` strokes on an empty board, the first one lowest. */
export function* addsOf(strokes: Iterable<BenchStroke>, count: number, clientId: string): Iterable<readonly Op[]> {
  const indexes = indicesBetween(count);
  let [ops, at]: [Op[], number] = [[], 0];
  for (const stroke of strokes) {
    const id = `${clientId.slice(0, 6)}-${at}`;
    ops.push({ op: "add", shape: { ...emptyStroke(id, indexes[at] ?? "", stroke), ...packed(stroke.points), done: true } });
    at += 1;
    if (ops.length < STROKES_PER_PUSH && at < count) continue;
    yield ops;
    ops = [];
  }
}

function emptyStroke(id: string, index: string, { x, y, color }: Pick<BenchStroke, "x" | "y" | "color">): DrawShape {
  return {
    id,
    index,
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    parent: "page",
    x,
    y,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    color: COLOR_NAMES[color] ?? "ink",
    size: "m",
    scaleX: 1,
    scaleY: 1,
    ...FORMAT,
    ...packed([0, 0]),
    done: false,
  };
}

function packed(
  flat: readonly number[],
  from?: { readonly x: number; readonly y: number },
): { points: Uint8Array<ArrayBuffer>; count: number } {
  const points = Array.from({ length: flat.length / 2 }, (_, i) => ({ x: flat[i * 2] as number, y: flat[i * 2 + 1] as number }));
  const last = from && { x: Math.round(from.x / FORMAT.quantum), y: Math.round(from.y / FORMAT.quantum), p: 0 };
  return { points: encodePoints(points, { ...FORMAT, from: last }), count: points.length };
}

type LiveOptions = {
  readonly seed: number;
  readonly pointsPerSecond: number;
  readonly spread: number;
  readonly push: (ops: readonly Op[]) => void;
  readonly send: (message: Parameters<typeof encode>[0]) => void;
};

/** As a page does it: drafts 60 times a second, the durable points every quarter of a second. */
function drawLive({ seed, pointsPerSecond, spread, push, send }: LiveOptions): () => void {
  const random = randomFrom(seed);
  let strokes = 0;
  let stroke: BenchStroke = makeStroke(random, spread);
  let id = "";
  let drafted = 0;
  let stored = 0;
  // Above everything of a filled board; people who draw at once pick the same places, and ids decide.
  const indexes = indicesBetween(1_000, "d0000");
  const begin = (): void => {
    stroke = makeStroke(random, spread);
    id = `live${seed}x${(strokes += 1)}`;
    push([{ op: "add", shape: emptyStroke(id, indexes[strokes] ?? "", stroke) }]);
    [drafted, stored] = [1, 1];
  };
  const part = (from: number, to: number): ReturnType<typeof packed> => {
    const before = { x: stroke.points[from * 2 - 2] ?? 0, y: stroke.points[from * 2 - 1] ?? 0 };
    return packed(stroke.points.slice(from * 2, to * 2), before);
  };
  const commit = (isDone: boolean): void => {
    if (drafted === stored && !isDone) return;
    const { points, count } = part(stored, drafted);
    push([{ op: "pts", id, off: stored, count, bytes: points, ...(isDone ? { done: true as const } : {}) }]);
    stored = drafted;
  };
  begin();
  let ticks = 0;
  const everyMs = 1_000 / 60;
  const timer = setInterval(() => {
    ticks += 1;
    const total = stroke.points.length / 2;
    const to = Math.min(total, drafted + Math.max(1, Math.round(pointsPerSecond / 60)));
    if (to > drafted) send({ t: "draft", id, off: drafted, bytes: part(drafted, to).points });
    drafted = to;
    if (drafted === total) {
      commit(true);
      begin();
    } else if (ticks % 15 === 0) commit(false);
  }, everyMs);
  return () => {
    clearInterval(timer);
    commit(true);
  };
}
