import { MAX_TEXT_LENGTH } from "@inkroom/shapes";
import { describe, expect, it } from "vitest";
import { ANN, BOB } from "../testing/fixtures.ts";
import { CLOCKS_PER_TXN, freshClock, livingLength, MAX_TEXT_RUNS, type TextBody, textBodyOf } from "./text-body.ts";
import { applyTextEdit, type TextEdit } from "./text-edit.ts";
import { editOfSplice, movedOffset, spliceBetween } from "./text-splice.ts";

const body = (text: string): TextBody => ({ text, runs: text === "" ? [] : [{ by: ANN, at: 0, len: text.length }] });
/** What `client` does to make `after` of what it sees. */
function typed(seen: TextBody, after: string, clock: number, caret?: number): TextEdit {
  const splice = spliceBetween(seen.text, after, caret);
  if (splice === undefined) throw new Error("the texts are equal");
  return editOfSplice(seen, splice, clock);
}
function apply(to: TextBody, ...edits: readonly (readonly [client: string, edit: TextEdit])[]): TextBody {
  return edits.reduce((now, [client, edit]) => applyTextEdit(now, edit, client)?.body ?? now, to);
}

describe("two who type at once", () => {
  it("AB and BC of one B give ABC: nobody's letter is lost", () => {
    const seen = body("B");
    const left = typed(seen, "AB", 10);
    const right = typed(seen, "BC", 0);
    expect(apply(seen, [ANN, left], [BOB, right]).text).toBe("ABC");
    expect(apply(seen, [BOB, right], [ANN, left]).text).toBe("ABC");
  });
  it("words typed letter by letter at one place stay words", () => {
    const seen = body("x");
    let [ann, bob] = [seen, seen];
    const edits: [string, TextEdit][] = [];
    for (const [i, letter] of Array.from("hello").entries()) {
      const edit = typed(ann, `${ann.text}${letter}`, 100 + i);
      ann = apply(ann, [ANN, edit]);
      edits.push([ANN, edit]);
    }
    for (const [i, letter] of Array.from("world").entries()) {
      const edit = typed(bob, `${bob.text}${letter}`, i);
      bob = apply(bob, [BOB, edit]);
      edits.splice(2 * i + 1, 0, [BOB, edit]);
    }
    const { text, runs } = apply(seen, ...edits);
    expect(text).toBe("xworldhello");
    expect(runs.length).toBe(3);
  });
  it("deleting a stretch keeps what another has typed into it", () => {
    const seen = body("one two three");
    const without = typed(seen, "one three", 50, 4);
    const more = typed(seen, "one tw(NEW)o three", 0, 11);
    expect(apply(seen, [ANN, without], [BOB, more]).text).toBe("one (NEW)three");
    expect(apply(seen, [BOB, more], [ANN, without]).text).toBe("one (NEW)three");
  });
  it("two who delete the same letters delete them once", () => {
    const seen = body("abc");
    const gone = typed(seen, "c", 0);
    expect(apply(seen, [ANN, gone], [BOB, gone]).text).toBe("c");
    expect(applyTextEdit(apply(seen, [ANN, gone]), gone, BOB)).toBeUndefined();
  });
  it("a letter behind a deleted one stays at its place", () => {
    const seen = body("abcd");
    expect(apply(seen, [ANN, typed(seen, "ad", 10)], [BOB, typed(seen, "abXcd", 0)]).text).toBe("aXd");
  });
});

describe("what has no effect", () => {
  it("an edit that comes twice", () => {
    const edit = typed(body("a"), "ab", 10);
    const once = apply(body("a"), [ANN, edit]);
    expect(applyTextEdit(once, edit, ANN)).toBeUndefined();
    expect(once.text).toBe("ab");
  });
  it("units of another client: the clock of an insertion is always the sender's", () => {
    const forged: TextEdit = { ins: { at: 0, text: "!", left: { by: ANN, at: 0 } } };
    expect(apply(body("ab"), [BOB, forged]).runs).toContainEqual({ by: BOB, at: 0, len: 1 });
    expect(applyTextEdit(body("ab"), forged, ANN)).toBeUndefined();
  });
  it("letters beyond the longest text, and none less than that", () => {
    const seen = body("x".repeat(MAX_TEXT_LENGTH - 1));
    const more = (text: string): TextEdit => ({ ins: { at: 0, text, left: { by: ANN, at: 0 } } });
    expect(applyTextEdit(seen, more("y"), BOB)?.body.text.length).toBe(MAX_TEXT_LENGTH);
    expect(applyTextEdit(seen, more("yy"), BOB)).toBeUndefined();
  });
  it("half of an emoji, taken out or put between", () => {
    const seen = body("a\u{1f600}b");
    expect(applyTextEdit(seen, { del: [{ by: ANN, at: 1, len: 1 }] }, BOB)).toBeUndefined();
    expect(applyTextEdit(seen, { ins: { at: 0, text: "x", left: { by: ANN, at: 1 } } }, BOB)).toBeUndefined();
    expect(applyTextEdit(seen, { del: [{ by: ANN, at: 1, len: 2 }] }, BOB)?.body.text).toBe("ab");
  });
  it("nothing at all, and names of units that never were", () => {
    expect(applyTextEdit(body("a"), {}, BOB)).toBeUndefined();
    expect(applyTextEdit(body("a"), { del: [{ by: BOB, at: 5, len: 9 }], live: [{ by: BOB, at: 1, text: "x" }] }, BOB)).toBeUndefined();
  });
});

describe("where the anchor is gone", () => {
  const lost = { by: BOB, at: 999 };
  it("the letter goes before its right neighbour, else to the end: it is never lost", () => {
    const ins = { at: 0, text: "X", left: lost };
    expect(apply(body("ab"), [BOB, { ins: { ...ins, right: { by: ANN, at: 1 } } }]).text).toBe("aXb");
    expect(apply(body("ab"), [BOB, { ins: { ...ins, right: lost } }]).text).toBe("abX");
    expect(apply(body("ab"), [BOB, { ins: { at: 0, text: "X" } }]).text).toBe("Xab");
  });
  it("too many runs lose their deleted ones, and only those", () => {
    const half = MAX_TEXT_RUNS / 2;
    const runs = Array.from({ length: half }, (_, i) => [
      { by: ANN, at: 4 * i, len: 1 },
      { by: ANN, at: 4 * i + 2, len: 1, dead: true as const },
    ]).flat();
    const full: TextBody = { text: "x".repeat(half), runs };
    const after = apply(full, [BOB, { ins: { at: 0, text: "y" } }]);
    expect(after.text).toBe(`y${full.text}`);
    expect(after.runs.some((run) => run.dead)).toBe(false);
    expect(livingLength(after.runs)).toBe(after.text.length);
  });
});

describe("bringing back", () => {
  it("deleted letters stand where they stood, between what was typed meanwhile", () => {
    const seen = body("abcd");
    const gone = applyTextEdit(seen, typed(seen, "ad", 10), ANN);
    const now = apply(gone?.body ?? seen, [BOB, typed(gone?.body ?? seen, "aXd", 0)]);
    expect(apply(now, [ANN, { live: gone?.lost }]).text).toMatch(/^a(Xbc|bcX)d$/);
  });
  it("only what is deleted comes back, once", () => {
    const seen = body("ab");
    const live = { live: [{ by: ANN, at: 0, text: "ab" }] };
    expect(applyTextEdit(seen, live, ANN)).toBeUndefined();
    const half = apply(seen, [ANN, { del: [{ by: ANN, at: 0, len: 1 }] }]);
    expect(applyTextEdit(half, live, ANN)).toMatchObject({ body: { text: "ab" }, made: [{ by: ANN, at: 0, len: 1 }] });
  });
});

describe("from one string to the other", () => {
  it.each([
    ["aa", "aaa", 1, { at: 0, remove: 0, insert: "a" }],
    ["aa", "aaa", 3, { at: 2, remove: 0, insert: "a" }],
    ["hello world", "hello", undefined, { at: 5, remove: 6, insert: "" }],
    ["abc", "xbc", 1, { at: 0, remove: 1, insert: "x" }],
    ["abc", "aXc", 0, { at: 1, remove: 1, insert: "X" }],
    ["\u{1f600}", "\u{1f601}", 2, { at: 0, remove: 2, insert: "\u{1f601}" }],
    ["\u{1f600}", "\u{1f680}\u{1f600}", 2, { at: 0, remove: 0, insert: "\u{1f680}" }],
  ] as const)("%j to %j with the caret at %s", (before, after, caret, splice) => {
    expect(spliceBetween(before, after, caret)).toEqual(splice);
  });
  it("equal strings need nothing", () => expect(spliceBetween("a", "a")).toBeUndefined());
});

describe("a caret", () => {
  it.each([
    [0, "before everything, also before what is new", 0],
    [2, "behind the letter it stood behind", 4],
    [4, "at the end", 6],
  ])("at %i stays %s", (offset, _where, moved) => {
    const before = body("abcd");
    const after = apply(before, [BOB, typed(before, "XYabcd", 0, 2)]);
    expect(movedOffset(before, after, offset)).toBe(moved);
  });
  it("in a stretch that was deleted stands where that was", () => {
    const before = body("abcdef");
    const after = apply(before, [BOB, typed(before, "aef", 0)]);
    expect([1, 2, 3, 4, 5].map((offset) => movedOffset(before, after, offset))).toEqual([1, 1, 1, 1, 2]);
  });
  it("in a text that was replaced whole stays inside of it", () => {
    const other: TextBody = { text: "xy", runs: [{ by: BOB, at: 0, len: 2 }] };
    expect([0, 1, 6].map((offset) => movedOffset(body("abcdef"), other, offset))).toEqual([0, 1, 2]);
  });
});

describe("clocks", () => {
  it("of one visit never meet those of another, nor those of a text that was written whole", () => {
    const whole = textBodyOf({ shape: { kind: "text", text: "abc" } as never, rev: { made: `${ANN}.7`, set: {} } });
    expect(whole?.runs).toEqual([{ by: ANN, at: 7 * CLOCKS_PER_TXN, len: 3 }]);
    expect(freshClock(body("abc"), ANN, 8)).toBe(8 * CLOCKS_PER_TXN);
    expect(freshClock({ text: "a", runs: [{ by: ANN, at: 9 * CLOCKS_PER_TXN, len: 1 }] }, ANN, 2)).toBe(9 * CLOCKS_PER_TXN + 1);
  });
});
