// Which binary codec? Bytes, and times as ratios to JSON in the same run, for a stroke, a snapshot and a checked push.
// Run: node bench/micro/codec.bench.ts > bench/results/codec.jsonl   (one JSON line per figure; takes about 20 s)
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import os from "node:os";
import { decode as decodeMsgpack, Decoder, Encoder } from "@msgpack/msgpack";
import { type Entry, type Op, opSchema } from "@inkroom/model";
import { decodeClient, decodeServer, encode, encodeEntry, encodeOps, packSnapFrame } from "@inkroom/protocol";
import { type DrawShape, encodePoints, scanPoints } from "@inkroom/shapes";
import { Packr } from "msgpackr";
import * as v from "valibot";

const ROUNDS = 30;
const ROUND_MS = 8;
const SEED = 7;

type Library = { readonly name: string; encode(value: unknown): { readonly length: number }; decode(bytes: never): unknown };

// reason: the eval-free build of msgpackr is CommonJS without types; it has the same classes.
const noEval = createRequire(import.meta.url)("msgpackr/index-no-eval") as { Packr: typeof Packr };
const msgpack = { encoder: new Encoder(), decoder: new Decoder() };
const packr = new Packr({ useRecords: false });
const packrNoEval = new noEval.Packr({ useRecords: false });
const libraries: readonly Library[] = [
  { name: "json", encode: (value) => JSON.stringify(value, base64), decode: (text: string) => JSON.parse(text) },
  {
    name: "@msgpack/msgpack",
    encode: (value) => msgpack.encoder.encode(value),
    decode: (bytes: Uint8Array) => msgpack.decoder.decode(bytes),
  },
  {
    name: "msgpackr (new Function, native strings)",
    encode: (value) => packr.pack(value),
    decode: (bytes: Uint8Array) => packr.unpack(bytes),
  },
  { name: "msgpackr (no eval)", encode: (value) => packrNoEval.pack(value), decode: (bytes: Uint8Array) => packrNoEval.unpack(bytes) },
];

function base64(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}

/** Mulberry32 (public domain): the same board in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = createRandom(SEED);

/** The add and the pts ops of a 120-point stroke, as a pen at 60 Hz makes them. */
function strokeOps(id: string): readonly [Op, Op] {
  const format = { quantum: 0.5, pressure: false };
  let heading = random() * 6;
  let [x, y] = [0, 0];
  const points = Array.from({ length: 120 }, () => {
    heading += (random() - 0.5) * 0.6;
    x += Math.cos(heading) * (2 + random() * 6);
    y += Math.sin(heading) * (2 + random() * 6);
    return { x, y };
  });
  const head = encodePoints(points.slice(0, 60), format);
  const tail = encodePoints(points.slice(60), { ...format, from: scanPoints(head, false)?.last });
  const place = {
    parent: "page",
    index: "a0V",
    x: random() * 4_000,
    y: random() * 4_000,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
  };
  const style = { color: "ink", size: "m", pressure: false, quantum: 0.5, scaleX: 1, scaleY: 1 } as const;
  const shape: DrawShape = {
    id,
    kind: "draw",
    nib: "pen",
    fill: "none",
    fillColor: "same",
    ...place,
    ...style,
    points: head,
    count: 60,
    done: false,
  };
  return [
    { op: "add", shape },
    { op: "pts", id, off: 60, count: 60, bytes: tail, done: true },
  ];
}

function boardEntries(count: number): readonly Entry[] {
  return Array.from({ length: count }, (_, i): Entry => {
    const [add, pts] = strokeOps(`V1StGXR8_Z5j${i}`);
    if (add.op !== "add" || add.shape.kind !== "draw" || pts.op !== "pts") throw new Error("unexpected op");
    const points = Uint8Array.of(...add.shape.points, ...pts.bytes);
    const made = `client-one-aaaaa.${i + 1}`;
    return {
      state: "live",
      shape: { ...add.shape, points, count: 120, done: true },
      rev: { made, set: i % 5 === 0 ? { color: "client-two-bbbbb.9" } : {} },
    };
  });
}

/** Time of one call in microseconds in the fastest of many rounds; rounds take turns, so that a busy machine hits all alike. */
function measure(tasks: ReadonlyMap<string, () => unknown>): ReadonlyMap<string, number> {
  const samples = new Map([...tasks.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, task] of tasks) {
      let calls = 0;
      const start = performance.now();
      while (performance.now() - start < ROUND_MS) {
        for (let i = 0; i < 4; i += 1) task();
        calls += 4;
      }
      samples.get(name)?.push(((performance.now() - start) * 1_000) / calls);
    }
  }
  return new Map([...samples].map(([name, list]) => [name, Math.min(...list)]));
}

function print(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** One message in the objects of the wire and in positional form, through every library. */
function compareLibraries(name: string, objects: unknown, positional: unknown): void {
  const tasks = new Map<string, () => unknown>();
  const sizes = new Map<string, number>();
  for (const [form, value] of [
    ["objects", objects],
    ["positional", positional],
  ] as const) {
    for (const library of libraries) {
      const key = `${library.name}, ${form}`;
      const bytes = library.encode(value);
      sizes.set(key, bytes.length);
      tasks.set(`encode ${key}`, () => library.encode(value));
      tasks.set(`decode ${key}`, () => library.decode(bytes as never));
    }
  }
  const times = measure(tasks);
  for (const [key, bytes] of sizes) {
    const [encodeUs, decodeUs] = [times.get(`encode ${key}`) ?? NaN, times.get(`decode ${key}`) ?? NaN];
    const [jsonEncode, jsonDecode] = [times.get("encode json, objects") ?? NaN, times.get("decode json, objects") ?? NaN];
    print({
      case: name,
      codec: key,
      bytes,
      encodeUs: round(encodeUs),
      decodeUs: round(decodeUs),
      encodeVsJson: round(encodeUs / jsonEncode),
      decodeVsJson: round(decodeUs / jsonDecode),
    });
  }
}

/** The codec as built: everything a room or a client does to a frame, validation included. */
function measureProtocol(
  push: Parameters<typeof encode>[0],
  ops: readonly Op[],
  snap: Parameters<typeof encode>[0],
  entries: readonly Entry[],
): void {
  const [binary, text] = [encode(push, "binary"), encode(push, "text")];
  const [snapBinary, snapText] = [encode(snap, "binary"), encode(snap, "text")];
  const bodies = entries.map(encodeEntry);
  const times = measure(
    new Map<string, () => unknown>([
      ["push encode binary", () => encode(push, "binary")],
      ["push encode text", () => encode(push, "text")],
      ["push decode binary", () => decodeClient(binary)],
      ["push decode text", () => decodeClient(text)],
      ["push schema alone", () => ops.map((op) => v.safeParse(opSchema, op, { abortEarly: true }))],
      ["push body for the log", () => encodeOps(ops)],
      ["snap encode binary", () => encode(snap, "binary")],
      ["snap from stored bodies", () => packSnapFrame({ upto: 1, part: 1, parts: 1 }, bodies)],
      ["snap encode text", () => encode(snap, "text")],
      ["snap decode binary", () => decodeServer(snapBinary)],
      ["snap decode text", () => decodeServer(snapText)],
    ]),
  );
  const sizes: Readonly<Record<string, number>> = {
    "push encode binary": binary.length,
    "push encode text": text.length,
    "snap encode binary": snapBinary.length,
    "snap encode text": snapText.length,
  };
  for (const [step, us] of times)
    print({ case: "protocol", step, us: round(us), ...(sizes[step] === undefined ? {} : { bytes: sizes[step] }) });
  print({
    case: "protocol",
    step: "valibot's share of push decode binary",
    share: round((times.get("push schema alone") ?? NaN) / (times.get("push decode binary") ?? NaN)),
  });
}

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
print({
  machine: `${os.cpus()[0]?.model ?? "unknown"} x ${os.cpus().length}, shared`,
  node: process.version,
  commit,
  seed: SEED,
  date: new Date().toISOString().slice(0, 10),
  unit: "us = microseconds per call, fastest round",
});

const ops = strokeOps("V1StGXR8_Z5jdHi6");
const push = { t: "push", n: 40, ops } as const;
const entries = boardEntries(1_000);
const snap = { t: "snap", upto: 1_000, part: 1, parts: 1, entries } as const;
const positionalPush = decodeMsgpack((encode(push, "binary") as Uint8Array).subarray(1));
const positionalSnap = ["snap", 1_000, 1, 1, entries.map((entry) => decodeMsgpack(encodeEntry(entry).subarray(1)))];

compareLibraries("push: add + pts of a 120-point stroke", push, positionalPush);
compareLibraries("snapshot of 1,000 such strokes", snap, positionalSnap);
measureProtocol(push, ops, snap, entries);
