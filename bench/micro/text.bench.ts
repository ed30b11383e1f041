// What a text that merges letter by letter costs, beside Yjs: bytes on the wire and at rest, and time per applied edit.
// Run: node bench/micro/text.bench.ts > bench/results/text.jsonl   (one JSON line per figure; takes a few seconds)
import { PLAIN_FACE } from "@inkroom/shapes";
import { execFileSync } from "node:child_process";
import os from "node:os";
import { applyTextEdit, editOfSplice, type TextBody, type TextEdit, type TextSplice } from "@inkroom/model";
import { encodeEntry, encodeOps } from "@inkroom/protocol";
import type { TextShape } from "@inkroom/shapes";
import * as Y from "yjs";

const AUTHORS = ["client-one-aaaaa", "client-two-bbbbb", "client-three-ccc"];
const BURSTS = 300;
const BURST = 20;
const DELETED_SHARE = 0.1;
const ROUNDS = 5;

type Step = { readonly who: number; readonly splice: TextSplice };

/** Mulberry32 (public domain): the same session in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Three people who take turns and type bursts at random places, with some letters taken back. */
function session(): readonly Step[] {
  const random = createRandom(7);
  const steps: Step[] = [];
  let length = 0;
  for (let burst = 0; burst < BURSTS; burst += 1) {
    const who = Math.floor(random() * AUTHORS.length);
    let at = Math.floor(random() * (length + 1));
    for (let i = 0; i < BURST; i += 1) {
      const isBack = at > 0 && random() < DELETED_SHARE;
      steps.push({ who, splice: isBack ? { at: at - 1, remove: 1, insert: "" } : { at, remove: 0, insert: "a" } });
      at += isBack ? -1 : 1;
      length += isBack ? -1 : 1;
    }
  }
  return steps;
}

/** The edits, and the body they lead to; made once, so that applying alone can be timed. */
function ourEdits(steps: readonly Step[]): { readonly edits: readonly (readonly [string, TextEdit])[]; readonly body: TextBody } {
  const clocks = AUTHORS.map(() => 32_768);
  let body: TextBody = { text: "", runs: [] };
  const edits = steps.map(({ who, splice }): readonly [string, TextEdit] => {
    const author = AUTHORS[who] ?? "";
    const clock = clocks[who] ?? 0;
    clocks[who] = clock + splice.insert.length;
    const edit = editOfSplice(body, splice, clock);
    body = applyTextEdit(body, edit, author)?.body ?? body;
    return [author, edit];
  });
  return { edits, body };
}

function yjsUpdates(steps: readonly Step[]): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  const docs = AUTHORS.map((_, i) => Object.assign(new Y.Doc(), { clientID: 1_000_000_000 + i }));
  for (const doc of docs) {
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "remote") return;
      updates.push(update);
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, "remote");
    });
  }
  for (const { who, splice } of steps) {
    const text = docs[who]?.getText();
    if (splice.remove > 0) text?.delete(splice.at, splice.remove);
    if (splice.insert !== "") text?.insert(splice.at, splice.insert);
  }
  return updates;
}

/** Microseconds per call of one of `count` calls, the least of some rounds. */
function least(count: number, round: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < ROUNDS; i += 1) {
    const start = performance.now();
    round();
    best = Math.min(best, performance.now() - start);
  }
  return Math.round((best * 10_000) / count) / 10;
}

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const machine = `${os.cpus()[0]?.model ?? "?"}, ${os.cpus().length} cores, node ${process.version}`;
function print(figure: string, ours: number, yjs: number, unit: string): void {
  process.stdout.write(`${JSON.stringify({ figure, ours, yjs, unit, machine, commit })}\n`);
}

const steps = session();
const { edits, body } = ourEdits(steps);
const updates = yjsUpdates(steps);
const doc = new Y.Doc();
for (const update of updates) Y.applyUpdate(doc, update);
if (doc.getText().toJSON() !== body.text) throw new Error("the two texts differ");

const place = { id: "x".repeat(16), index: "a0", parent: "page", x: 0, y: 0, rotation: 0, opacity: 1, locked: false, link: "" } as const;
const look = { w: 100.5, h: 25, autoWidth: true, scale: 1, align: "left", ...PLAIN_FACE, color: "ink", size: "m" } as const;
const shape: TextShape = { ...place, ...look, kind: "text", text: body.text };
const entry = encodeEntry({ state: "live", shape, rev: { made: `${AUTHORS[0]}.1`, set: {} }, runs: body.runs });
const ops = edits.map(([, edit]) => encodeOps([{ op: "txt", id: shape.id, w: shape.w, h: shape.h, ...edit }]).length);
const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);

print("letters of the text", body.text.length, doc.getText().length, "count");
print("runs or items", body.runs.length, [...doc.store.clients.values()].flat().length, "count");
print("at rest, the string included", entry.length, Y.encodeStateAsUpdate(doc).length + body.text.length, "bytes");
print(
  "one edit in the log",
  Math.round(sum(ops) / ops.length),
  Math.round(sum(updates.map(({ length }) => length)) / updates.length),
  "bytes",
);
print(
  "apply one edit and read the string",
  least(edits.length, () =>
    edits.reduce((now, [author, edit]) => applyTextEdit(now, edit, author)?.body ?? now, { text: "", runs: [] } as TextBody),
  ),
  least(updates.length, () => {
    const copy = new Y.Doc();
    let length = 0;
    for (const update of updates) {
      Y.applyUpdate(copy, update);
      length += copy.getText().toJSON().length;
    }
    return length;
  }),
  "us",
);
