// People type into one text, hear of each other late, and undo. Yjs is the measure of what a merge must keep.
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { hashBoard } from "../hash.ts";
import { ANN, BOB } from "../testing/fixtures.ts";
import { TestRoom } from "../testing/undo-client.ts";
import { TEXT_ID, textShape, Typist } from "../testing/typist.ts";
import { livingLength, textBodyOf } from "./text-body.ts";
import type { TextSplice } from "./text-splice.ts";

const CAROL = "carol-carol-caro";
const people = [ANN, BOB, CAROL] as const;

/** Where and how much, as shares of what is there. */
const typing = fc.record({ at: fc.nat(1_000), remove: fc.oneof(fc.constant(0), fc.nat(4)), length: fc.nat(4) });
type Typing = { readonly at: number; readonly remove: number; readonly length: number };
const deed = fc.oneof(
  { weight: 6, arbitrary: typing.map((what) => ({ do: "type", what }) as const) },
  { weight: 4, arbitrary: fc.constant({ do: "send" } as const) },
  { weight: 3, arbitrary: fc.constant({ do: "receive" } as const) },
);
const undoDeed = fc.oneof(
  { weight: 5, arbitrary: deed },
  { weight: 2, arbitrary: fc.constant({ do: "undo" } as const) },
  { weight: 1, arbitrary: fc.constant({ do: "redo" } as const) },
);
type UndoDeed = typeof undoDeed extends fc.Arbitrary<infer Deed> ? Deed : never;
const scriptOf = <T>(step: fc.Arbitrary<T>) => fc.array(fc.tuple(fc.nat(2), step), { minLength: 10, maxLength: 80, size: "max" });

/** Letters that are used once each, so that each can be followed. */
class Letters {
  #next = 0x4e00;

  take(count: number): string {
    const letters = Array.from({ length: count }, (_, i) => String.fromCharCode(this.#next + i)).join("");
    this.#next += count;
    return letters;
  }
}

function spliceOf({ at, remove, length }: Typing, text: string, letters: Letters): TextSplice {
  const from = at % (text.length + 1);
  return { at: from, remove: Math.min(remove, text.length - from), insert: letters.take(length) };
}

function roomOf(text: string): { readonly room: TestRoom; readonly typists: readonly Typist[] } {
  const room = new TestRoom();
  const typists = people.map((client) => new Typist(room, client));
  typists[0]?.edit([{ op: "add", shape: textShape(text) }]);
  typists[0]?.send();
  for (const typist of typists) typist.receive();
  return { room, typists };
}

function settle(typists: readonly Typist[]): void {
  for (const typist of typists) while (typist.send()) continue;
  for (const typist of typists) typist.receive();
}

/** The letters of `text` in the order of `other`, as far as both have them. */
const common = (text: string, other: string): string => [...other].filter((letter) => text.includes(letter)).join("");

it("whatever comes in whatever order: all see one text, with every letter that nobody deleted, in the order people saw", () => {
  fc.assert(
    fc.property(scriptOf(deed), (script) => {
      const letters = new Letters();
      const start = letters.take(6);
      const { room, typists } = roomOf(start);
      let [kept, deleted] = [start, ""];
      const looks: string[] = [];
      for (const [who, step] of script) {
        const typist = typists[who];
        if (typist === undefined) continue;
        if (step.do === "send") typist.send();
        else if (step.do === "receive") typist.receive();
        else {
          const text = typist.text ?? "";
          const splice = spliceOf(step.what, text, letters);
          deleted += text.slice(splice.at, splice.at + splice.remove);
          kept += splice.insert;
          typist.type(splice);
        }
        looks.push(typist.text ?? "");
      }
      settle(typists);
      const [final = ""] = typists.map((typist) => typist.text);
      expect(typists.map((typist) => hashBoard(typist.view))).toEqual(people.map(() => hashBoard(room.board)));
      expect([...final].sort()).toEqual([...kept].filter((letter) => !deleted.includes(letter)).sort());
      for (const look of looks) expect(common(final, look)).toBe(common(look, final));
    }),
    { numRuns: 300 },
  );
});

/** The same person with Yjs: edits of the own document, updates handed over when the room takes a transaction. */
class YjsTypist {
  readonly doc = new Y.Doc();
  readonly #updates: Uint8Array[] = [];
  readonly #log: Uint8Array[];
  #seen = 0;

  constructor(log: Uint8Array[], clientID: number, start: Uint8Array) {
    this.#log = log;
    this.doc.clientID = clientID;
    Y.applyUpdate(this.doc, start);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "remote") this.#updates.push(update);
    });
  }

  get text(): Y.Text {
    return this.doc.getText();
  }

  type({ at, remove, insert }: TextSplice): void {
    this.doc.transact(() => {
      if (remove > 0) this.text.delete(at, remove);
      if (insert !== "") this.text.insert(at, insert);
    });
  }

  send(): void {
    const update = this.#updates.shift();
    if (update !== undefined) this.#log.push(update);
  }

  receive(): void {
    for (; this.#seen < this.#log.length; this.#seen += 1) Y.applyUpdate(this.doc, this.#log[this.#seen] ?? new Uint8Array(), "remote");
  }
}

function yjsOf(text: string): readonly YjsTypist[] {
  const start = new Y.Doc();
  start.clientID = 99;
  start.getText().insert(0, text);
  const log: Uint8Array[] = [];
  return people.map((_, i) => new YjsTypist(log, i + 1, Y.encodeStateAsUpdate(start)));
}

it("a merge keeps exactly the letters that Yjs keeps; where nobody types at the same time, the texts are equal", () => {
  fc.assert(
    fc.property(scriptOf(deed), fc.boolean(), (script, isInTurns) => {
      const letters = new Letters();
      const start = letters.take(5);
      const { typists } = roomOf(start);
      const others = yjsOf(start);
      const share = (): void => {
        settle(typists);
        for (const other of others) for (let i = 0; i < script.length; i += 1) other.send();
        for (const other of others) other.receive();
      };
      for (const [who, step] of script) {
        const [typist, other] = [typists[who], others[who]];
        if (typist === undefined || other === undefined) continue;
        if (step.do === "type") {
          // Where the two have put concurrent letters differently, the same letters are meant, not the same offsets.
          if (typist.text !== other.text.toString()) continue;
          const splice = spliceOf(step.what, typist.text, letters);
          typist.type(splice);
          if (splice.remove > 0 || splice.insert !== "") other.type(splice);
        } else if (step.do === "send") {
          typist.send();
          other.send();
        } else {
          typist.receive();
          other.receive();
        }
        if (isInTurns) share();
      }
      share();
      const [mine = "", theirs = ""] = [typists[0]?.text, others[0]?.text.toString()];
      if (isInTurns) expect(mine).toBe(theirs);
      expect([...mine].sort()).toEqual([...theirs].sort());
    }),
    { numRuns: 200 },
  );
});

/** A text whose making is undone, redone and undone again, while somebody else types into it (failed once, seed -1700631329). */
const MADE_UNMADE_AND_VISITED: [number, UndoDeed][] = [
  [1, { do: "type", what: { at: 0, remove: 0, length: 1 } }],
  ...(["undo", "send"] as const).map((deed): [number, UndoDeed] => [0, { do: deed }]),
  [1, { do: "send" }],
  ...(["receive", "redo", "undo", "undo", "send", "send", "undo", "undo", "receive", "send", "send"] as const).map(
    (deed): [number, UndoDeed] => [0, { do: deed }],
  ),
];

it("an undo or redo of typing deletes no letter that others have written, unless that very step had deleted it before", () => {
  fc.assert(
    fc.property(scriptOf(undoDeed), (script) => {
      const letters = new Letters();
      const start = letters.take(6);
      const { room, typists } = roomOf(start);
      const author = new Map([...start].map((letter) => [letter, 0]));
      const deletedBy = typists.map(() => new Set<string>());
      const undos = new Map<unknown, number>();
      const textOf = (): string => (room.board.get(TEXT_ID) as { text?: string } | undefined)?.text ?? "";
      room.beforeApply = textOf;
      room.afterApply = (txn, before) => {
        const who = undos.get(txn);
        if (who === undefined) return;
        const after = textOf();
        const gone = [...String(before)].filter((letter) => !after.includes(letter) && author.get(letter) !== who);
        expect(gone.filter((letter) => !deletedBy[who]?.has(letter))).toEqual([]);
      };
      for (const [who, step] of script) {
        const typist = typists[who];
        if (typist === undefined) continue;
        if (step.do === "send") typist.send();
        else if (step.do === "receive") typist.receive();
        else if (step.do === "type") {
          const text = typist.text ?? "";
          const splice = spliceOf(step.what, text, letters);
          for (const letter of splice.insert) author.set(letter, who);
          for (const letter of text.slice(splice.at, splice.at + splice.remove)) deletedBy[who]?.add(letter);
          typist.type(splice);
        } else {
          const before = typist.pending.length;
          if (step.do === "undo") typist.undo();
          else typist.redo();
          for (const txn of typist.pending.slice(before)) undos.set(txn, who);
        }
      }
      settle(typists);
      expect(typists.map((typist) => hashBoard(typist.view))).toEqual(people.map(() => hashBoard(room.board)));
    }),
    { numRuns: 300, examples: [[MADE_UNMADE_AND_VISITED]] },
  );
});

it("alone with a text, each undo gives back exactly the text of before, and redo all of it again", () => {
  const visits = fc.array(fc.array(typing, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 12, size: "max" });
  fc.assert(
    fc.property(visits, (steps) => {
      const letters = new Letters();
      const typist = new Typist(new TestRoom(), ANN);
      typist.edit([{ op: "add", shape: textShape(letters.take(4)) }]);
      const texts = [typist.text];
      for (const visit of steps) {
        const depth = typist.undoDepth;
        typist.visit(visit.map((what) => (text) => spliceOf(what, text, letters)));
        if (typist.undoDepth > depth) texts.push(typist.text);
      }
      for (const before of texts.slice(0, -1).toReversed()) {
        typist.undo();
        expect(typist.text).toBe(before);
      }
      while (typist.canRedo) typist.redo();
      expect(typist.text).toBe(texts.at(-1));
    }),
    { numRuns: 200 },
  );
});

it("the runs of a text stand for its string after any history", () => {
  fc.assert(
    fc.property(scriptOf(undoDeed), (script) => {
      const letters = new Letters();
      const { room, typists } = roomOf("");
      room.afterApply = () => {
        const entry = room.board.entry(TEXT_ID);
        const body = entry && textBodyOf(entry);
        if (body !== undefined) expect(livingLength(body.runs)).toBe(body.text.length);
      };
      for (const [who, step] of script) {
        const typist = typists[who];
        if (step.do === "type") typist?.type(spliceOf(step.what, typist.text ?? "", letters));
        else typist?.[step.do]();
      }
      settle(typists);
    }),
    { numRuns: 150 },
  );
});
