import { editOfSplice, movedOffset, type Op, spliceBetween, textBodyOf } from "@inkroom/model";
import { describe, expect, it } from "vitest";
import { Hand, text } from "../../test-hand.ts";

/** Somebody else makes `after` of the text that is on the board. */
function remoteText(hand: Hand, id: string, after: string, clock: number): void {
  const entry = hand.board.board.entry(id);
  const body = entry && textBodyOf(entry);
  const splice = body && spliceBetween(body.text, after);
  if (body === undefined || splice === undefined) throw new Error("nothing to type");
  const op: Op = { op: "txt", id, w: after.length * 10, h: 25, ...editOfSplice(body, splice, clock) };
  hand.board.remote([op]);
}
const editing = (words: string) => {
  const hand = new Hand([text("t", 0, 0, words)]);
  hand.editor.startEditingText("t");
  return hand;
};
const textOf = (hand: Hand) => hand.props("t")["text"];

describe("a text that others type into while it is edited", () => {
  it("the field shows what comes in, and the caret stays behind its letter", () => {
    const hand = editing("abc");
    const before = hand.state.editingText?.field;
    remoteText(hand, "t", "XYabc", 0);
    const after = hand.state.editingText?.field;
    expect(after?.text).toBe("XYabc");
    if (before === undefined || after === undefined) throw new Error("nothing is edited");
    expect(movedOffset(before, after, 2)).toBe(4);
  });

  it("what is typed next loses none of it", () => {
    const hand = editing("B");
    remoteText(hand, "t", "BC", 0);
    hand.editor.updateEditingText("ABC", 1);
    expect(textOf(hand)).toBe("ABC");
    hand.editor.finishEditingText();
    expect(textOf(hand)).toBe("ABC");
  });

  it("an input method that composes keeps its field; the letters of others appear when it has ended", () => {
    const hand = editing("abc");
    hand.editor.composeEditingText(true);
    const shown: unknown[] = [];
    hand.board.subscribe(() => shown.push(hand.state.editingText?.field.text));
    hand.editor.updateEditingText("abck", 4);
    expect(shown).toEqual(["abck"]);
    remoteText(hand, "t", "Zabck", 0);
    expect(hand.state.editingText?.field.text).toBe("abck");
    hand.editor.updateEditingText("abcka", 5);
    hand.editor.updateEditingText("abc\u304b", 4);
    expect(hand.state.editingText?.field.text).toBe("abc\u304b");
    expect(textOf(hand)).toBe("Zabc\u304b");
    hand.editor.composeEditingText(false);
    expect(hand.state.editingText?.field.text).toBe("Zabc\u304b");
  });

  it("an input method that composes the first letters of a new text keeps its field, at every change of the board", () => {
    const hand = new Hand();
    hand.key("t");
    hand.click([100, 100]);
    hand.editor.composeEditingText(true);
    const shown: unknown[] = [];
    hand.board.subscribe(() => shown.push(hand.state.editingText?.field.text));
    for (const typed of ["\u306b", "\u65e5\u672c"]) hand.editor.updateEditingText(typed, typed.length);
    expect(shown).toEqual(["\u306b", "\u65e5\u672c"]);
    hand.editor.composeEditingText(false);
    hand.editor.updateEditingText("\u65e5\u672c!", 3);
    hand.editor.finishEditingText();
    expect(hand.props("made-1")).toMatchObject({ text: "\u65e5\u672c!" });
  });

  it("undo takes the visit and leaves what others have typed, in a box that fits", () => {
    const hand = editing("one");
    hand.editor.updateEditingText("one two", 7);
    remoteText(hand, "t", "one two three", 0);
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.props("t")).toMatchObject({ text: "one three", w: 90 });
    hand.redo();
    expect(hand.props("t")).toMatchObject({ text: "one two three", w: 130 });
  });

  it("undo takes back a style that was chosen while typing, with the letters", () => {
    const hand = editing("one");
    hand.editor.updateEditingText("one two", 7);
    hand.editor.setStyle({ size: "xl" });
    hand.editor.updateEditingText("one two!", 8);
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.props("t")).toMatchObject({ text: "one", size: "m", w: 30 });
    hand.redo();
    expect(hand.props("t")).toMatchObject({ text: "one two!", size: "xl" });
  });

  it("undo of a text that was restyled, emptied and left gives it back as it was", () => {
    const hand = editing("hello");
    hand.editor.updateEditingText("", 0);
    hand.editor.setStyle({ size: "s" });
    hand.editor.finishEditingText();
    hand.undo();
    expect(hand.props("t")).toMatchObject({ text: "hello", size: "m", w: 50, h: 25 });
  });

  it("a new text is taken back letter by letter once somebody else has typed into it", () => {
    const hand = new Hand();
    hand.key("t");
    hand.click([100, 100]);
    hand.editor.updateEditingText("mine");
    hand.editor.finishEditingText();
    remoteText(hand, "made-1", "mine+yours", 0);
    hand.undo();
    expect(hand.props("made-1")).toMatchObject({ text: "+yours", w: 60 });
  });

  it("a text that I empty and leave stays if another has typed into it", () => {
    const hand = editing("abc");
    hand.editor.updateEditingText("", 0);
    remoteText(hand, "t", "new", 0);
    hand.editor.finishEditingText();
    expect(textOf(hand)).toBe("new");
  });

  it("no more letters than a text may have: the field shows what is there", () => {
    const hand = editing("x".repeat(19_999));
    remoteText(hand, "t", `${"x".repeat(19_999)}y`, 0);
    hand.editor.updateEditingText(`${"x".repeat(19_999)}yz`, 20_001);
    expect([textOf(hand), hand.board.commits.length]).toEqual([`${"x".repeat(19_999)}y`, 0]);
  });
});

describe("the box of a text that two have typed into", () => {
  it("is measured again by the one who typed last, once, and by nobody else", () => {
    const hand = editing("ab");
    hand.editor.updateEditingText("abc", 3);
    const commits = hand.board.commits.length;
    hand.board.remote([{ op: "set", id: "t", props: { w: 7, h: 7, autoWidth: true, scale: 1, size: "m" } }]);
    expect(hand.props("t")).toMatchObject({ w: 30, h: 25 });
    expect(hand.board.commits.length).toBe(commits + 1);
    remoteText(hand, "t", "abcd", 0);
    hand.board.remote([{ op: "set", id: "t", props: { w: 7, h: 7, autoWidth: true, scale: 1, size: "m" } }]);
    expect([hand.props("t")["w"], hand.board.commits.length]).toEqual([7, commits + 1]);
  });
});

describe("letters and the size of a text that were changed one after the other", () => {
  it("go and come back, where the size was changed before the letters and after them", () => {
    const hand = new Hand([text("t", 0, 0, "hello")]);
    const resize = (size: "s" | "xl"): void => {
      hand.clockMs += 10_000;
      hand.editor.select(["t"]);
      hand.editor.setStyle({ size });
    };
    resize("s");
    hand.editor.startEditingText("t");
    hand.editor.updateEditingText("hello!", 6);
    hand.editor.finishEditingText();
    resize("xl");
    const seen = [look(hand)];
    for (let i = 0; i < 3; i += 1) {
      hand.undo();
      seen.push(look(hand));
    }
    expect(seen).toEqual([
      ["hello!", "xl", 144],
      ["hello!", "s", 48],
      ["hello", "s", 40],
      ["hello", "m", 50],
    ]);
    for (const before of seen.slice(0, 3).toReversed()) {
      hand.redo();
      expect(look(hand)).toEqual(before);
    }
  });

  const look = (hand: Hand) => {
    const { text: words, size, w } = hand.props("t");
    return [words, size, w];
  };

  it("go and come back both, in their order", () => {
    const hand = editing("hello");
    hand.editor.updateEditingText("- hello", 2);
    hand.editor.finishEditingText();
    hand.clockMs += 10_000;
    hand.editor.setStyle({ size: "s" });
    hand.clockMs += 10_000;
    hand.editor.setStyle({ size: "xl" });
    const seen = [look(hand)];
    for (let i = 0; i < 3; i += 1) {
      hand.undo();
      seen.push(look(hand));
    }
    expect(seen).toEqual([
      ["- hello", "xl", 168],
      ["- hello", "s", 56],
      ["- hello", "m", 70],
      ["hello", "m", 50],
    ]);
    for (const before of seen.slice(0, 3).toReversed()) {
      hand.redo();
      expect(look(hand)).toEqual(before);
    }
  });
});
