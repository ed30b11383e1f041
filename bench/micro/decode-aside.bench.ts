// Would a board come in with less work for the page's thread if its parts were decoded in a worker? What a worker has decoded
// is copied to the page (the structured clone of postMessage), and reading the copy is work of the page's thread too.
// Run: node bench/micro/decode-aside.bench.ts >> bench/results/decode-aside.jsonl
import { deserialize, serialize } from "node:v8";
import { type Entry, idOfEntry } from "@inkroom/model";
import { decodeServer, deriveClientId, encode } from "@inkroom/protocol";
import { addsOf } from "../browser/board-writer.ts";
import { strokesOf } from "../browser/strokes.ts";
import { printFigure } from "../server-process.ts";

const STROKES = 500;
const ROUNDS = 60;
const CLIENT = deriveClientId("decode-aside");

const entries: Entry[] = [...addsOf(strokesOf(STROKES), STROKES, CLIENT)]
  .flat()
  .flatMap((op, i) => (op.op === "add" ? [{ state: "live", shape: op.shape, rev: { made: `${CLIENT}.${i + 1}`, set: {} } }] : []));
const frame = encode({ t: "snap", upto: 1, part: 1, parts: 1, entries }, "binary");

function decoded(): readonly Entry[] {
  const answer = decodeServer(frame);
  if (!answer.ok || answer.message.t !== "snap") throw new Error("no part of a board");
  return answer.message.entries;
}

/** The least that a worker has to hand over: points lie in one buffer that is given away, not copied. */
function withoutPoints(list: readonly Entry[]): unknown {
  return list.map((entry) =>
    entry.state === "live" && entry.shape.kind === "draw"
      ? { ...entry, shape: { ...entry.shape, points: [0, entry.shape.points.length] } }
      : entry,
  );
}

const copies = { all: serialize(decoded()), "without points": serialize(withoutPoints(decoded())) };
const tasks: Readonly<Record<string, () => number>> = {
  "decoding the part": () => decoded().length,
  "reading a worker's copy of it": () => (deserialize(copies.all) as readonly Entry[]).length,
  "reading a copy whose points were given away": () => (deserialize(copies["without points"]) as readonly Entry[]).length,
};
if (decoded().length !== STROKES || new Set(decoded().map(idOfEntry)).size !== STROKES) throw new Error("strokes are missing");
const fastest = new Map<string, number>();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, task] of Object.entries(tasks)) {
    const startMs = performance.now();
    if (task() !== STROKES) throw new Error(`${name}: strokes are missing`);
    fastest.set(name, Math.min(fastest.get(name) ?? Infinity, performance.now() - startMs));
  }
}
for (const [name, ms] of fastest) printFigure(`${name}, ms`, ms, { strokes: STROKES, frameBytes: frame.length, rounds: ROUNDS });
