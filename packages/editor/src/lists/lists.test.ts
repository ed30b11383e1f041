// Lists in the editor: ticked with the pointer, changed by commands, and written in the text field.
import { editOfSplice, type Op, textBodyOf, type TextSplice } from "@inkroom/model";
import { describe, expect, it } from "vitest";
import { Hand, rect, text, type Point } from "../test-hand.ts";
import type { ListWish } from "./list-edit.ts";

const textOf = (hand: Hand, id = "t") => hand.props(id)["text"];
const handWith = (words: string) => new Hand([text("t", 0, 0, words)]);
/** The middle of the n-th line's check box: four letters of ten, and a line of 25. */
const boxOf = (n: number): Point => [17, 12 + 25 * n];

/** Somebody else does this to the text that is on the board. */
function remoteSplice(hand: Hand, id: string, splice: TextSplice): void {
  const entry = hand.board.board.entry(id);
  const body = entry && textBodyOf(entry);
  if (body === undefined) throw new Error("nothing is written");
  const op: Op = { op: "txt", id, w: 50, h: 50, ...editOfSplice(body, splice, 0) };
  hand.board.remote([op]);
}

/** Does what a text field does: asks for a wish, writes what it is told as one input. False: it was told nothing. */
function wish(hand: Hand, asked: ListWish, start: number, end = start): boolean {
  const edit = hand.editor.editList(asked, start, end);
  const shown = hand.state.editingText?.field.text ?? "";
  if (edit !== undefined) hand.editor.updateEditingText(shown.slice(0, edit.from) + edit.insert + shown.slice(edit.to), edit.end);
  return edit !== undefined;
}

describe("a click on a check box", () => {
  it("ticks it, and another takes the tick away; each is one undo step, and selects nothing", () => {
    const hand = handWith("[ ] one\n[x] two");
    hand.click(boxOf(0));
    expect([textOf(hand), hand.selected, hand.board.commits.length]).toEqual(["[x] one\n[x] two", [], 1]);
    hand.click(boxOf(1));
    expect(textOf(hand)).toBe("[x] one\n[ ] two");
    hand.undo();
    expect(textOf(hand)).toBe("[x] one\n[x] two");
    hand.undo();
    expect(textOf(hand)).toBe("[ ] one\n[x] two");
    hand.redo();
    expect(textOf(hand)).toBe("[x] one\n[x] two");
  });

  it("is shown by the pointer before", () => {
    const hand = handWith("[ ] one");
    hand.move(boxOf(0), { buttons: 0 });
    expect([hand.state.cursor, hand.state.hovered]).toEqual(["pointer", undefined]);
    hand.move([60, 12], { buttons: 0 });
    expect([hand.state.cursor, hand.state.hovered]).toEqual(["default", "t"]);
  });

  it("keeps what is selected, and does not open the text that is", () => {
    const hand = handWith("[ ] one");
    hand.editor.select(["t"]);
    hand.doubleClick(boxOf(0));
    expect([textOf(hand), hand.selected, hand.state.editingText]).toEqual(["[ ] one", ["t"], undefined]);
    expect(hand.board.commits).toHaveLength(2);
  });

  it("ends a text that is being written", () => {
    const hand = new Hand([text("t", 0, 0, "[ ] one"), text("u", 300, 300, "other")]);
    hand.editor.startEditingText("u");
    hand.click(boxOf(0));
    expect([textOf(hand), hand.state.editingText]).toEqual(["[x] one", undefined]);
  });

  it("that is pulled moves the shape", () => {
    const hand = handWith("[ ] one");
    hand.drag([boxOf(0), [60, 12], [117, 112]]);
    expect(textOf(hand)).toBe("[ ] one");
    expect(hand.props("t")).toMatchObject({ x: 100, y: 100 });
  });

  it("with Shift is one on the shape", () => {
    const hand = handWith("[ ] one");
    hand.click(boxOf(0), { shift: true });
    expect([textOf(hand), hand.selected]).toEqual(["[ ] one", ["t"]]);
  });

  it("of a label that is turned is where it is seen", () => {
    const label = { text: "[ ] a", textW: 50, textH: 25, fill: "none", rotation: Math.PI / 2 };
    const hand = new Hand([rect("r", 0, 0, 200, 100, label as never)]);
    // In the middle of the shape, which is upright now: the box was 8 to the left of the middle and is 8 above it.
    hand.click([100, 42]);
    expect(textOf(hand, "r")).toBe("[x] a");
  });

  it("does nothing for who may not edit, and in a shape that is locked", () => {
    const viewer = handWith("[ ] one");
    viewer.board.canEdit = false;
    viewer.click(boxOf(0));
    expect([textOf(viewer), viewer.selected]).toEqual(["[ ] one", ["t"]]);
    const hand = new Hand([{ ...text("t", 0, 0, "[ ] one"), locked: true }]);
    hand.click(boxOf(0));
    expect(textOf(hand)).toBe("[ ] one");
  });

  it("is taken by a finger that misses it a little", () => {
    const hand = handWith("[ ] one");
    hand.click([36, 20], { pointerType: "touch" });
    expect(textOf(hand)).toBe("[x] one");
  });

  it("means the box that was pressed, also where somebody writes a line above meanwhile", () => {
    const hand = handWith("[ ] one\n[ ] two");
    hand.down(boxOf(1));
    remoteSplice(hand, "t", { at: 0, remove: 0, insert: "title\n" });
    hand.up(boxOf(1));
    expect(textOf(hand)).toBe("title\n[x] one\n[ ] two");
  });

  it("by two at once is one tick, and one click takes it away", () => {
    const hand = handWith("[ ] one");
    hand.click(boxOf(0));
    // The other had not seen it yet.
    remoteSplice(hand, "t", { at: 1, remove: 0, insert: "x" });
    expect(textOf(hand)).toBe("[xx] one");
    hand.click(boxOf(0));
    expect(textOf(hand)).toBe("[ ] one");
  });

  it("leaves what others write beside it, and its undo does", () => {
    const hand = handWith("[ ] one");
    hand.click(boxOf(0));
    remoteSplice(hand, "t", { at: 7, remove: 0, insert: " more" });
    hand.undo();
    expect(textOf(hand)).toBe("[ ] one more");
  });
});

describe("the commands", () => {
  it("make lists of what is selected, and lines without markers of lists, as one step each, with room for it", () => {
    const hand = handWith("one\ntwo");
    hand.editor.select(["t"]);
    expect(hand.editor.run("text.bullets")).toBe(true);
    expect(hand.props("t")).toMatchObject({ text: "- one\n- two", w: 50 });
    hand.key("&", { alt: true, shift: true, code: "Digit7" });
    expect(textOf(hand)).toBe("1. one\n2. two");
    hand.editor.run("text.checks");
    hand.editor.run("text.checks");
    expect(hand.props("t")).toMatchObject({ text: "one\ntwo", w: 30 });
    for (let i = 0; i < 4; i += 1) hand.undo();
    expect([textOf(hand), hand.state.canUndo]).toEqual(["one\ntwo", false]);
  });

  it("judge all selected shapes together, each with numbers of its own", () => {
    const hand = new Hand([text("t", 0, 0, "- one\n- two"), text("u", 0, 200, "three\nfour"), rect("r", 300, 0)]);
    hand.editor.select(["t", "u", "r"]);
    hand.editor.run("text.bullets");
    expect([textOf(hand), textOf(hand, "u")]).toEqual(["- one\n- two", "- three\n- four"]);
    hand.editor.run("text.numbers");
    expect([textOf(hand), textOf(hand, "u")]).toEqual(["1. one\n2. two", "1. three\n2. four"]);
    hand.editor.run("text.numbers");
    expect([textOf(hand), textOf(hand, "u")]).toEqual(["one\ntwo", "three\nfour"]);
  });

  it("tick all boxes, and take all ticks away", () => {
    const hand = new Hand([text("t", 0, 0, "[ ] one\nplain\n[x] two"), text("u", 0, 200, "[x] three")]);
    hand.editor.select(["t", "u"]);
    hand.key("Enter", { alt: true });
    expect([textOf(hand), textOf(hand, "u")]).toEqual(["[x] one\nplain\n[x] two", "[x] three"]);
    hand.key("Enter", { alt: true });
    expect([textOf(hand), textOf(hand, "u")]).toEqual(["[ ] one\nplain\n[ ] two", "[ ] three"]);
    expect(hand.state.editingText).toBeUndefined();
  });

  it("are offered where they have something to do", () => {
    const hand = new Hand([text("t", 0, 0, "one"), text("u", 0, 200, "[ ] www.a.example"), rect("r", 300, 0)]);
    const offered = (...ids: string[]) => {
      hand.editor.select(ids);
      const { hasWords, hasChecks, hasLinks } = hand.state;
      return [hasWords, hasChecks, hasLinks];
    };
    expect([offered("r"), offered("t"), offered("t", "u"), offered()]).toEqual([
      [false, false, false],
      [true, false, false],
      [true, true, true],
      [false, false, false],
    ]);
    hand.editor.select(["t"]);
    remoteSplice(hand, "t", { at: 0, remove: 0, insert: "[ ] " });
    expect(hand.state.hasChecks).toBe(true);
    hand.board.canEdit = false;
    hand.editor.select(["u"]);
    expect(["text.bullets", "text.tick", "text.open-link"].map((id) => hand.editor.run(id as "text.tick"))).toEqual([false, false, true]);
  });

  it("leave locked shapes alone", () => {
    const hand = new Hand([{ ...text("t", 0, 0, "[ ] one"), locked: true }]);
    hand.editor.select(["t"]);
    expect([hand.editor.run("text.tick"), hand.editor.run("text.bullets")]).toEqual([false, false]);
  });

  it("write the letters that change, and no others: what somebody has written between stays theirs", () => {
    const hand = handWith("one\ntwo\nthree");
    hand.editor.select(["t"]);
    hand.editor.run("text.bullets");
    const written = hand.board.commits[0]?.flatMap((op) => (op.op === "txt" ? [op.ins?.text] : []));
    expect(written).toEqual(["- ", "- ", "- "]);
  });
});

describe("in the text field", () => {
  it("Enter goes on with the list; all of a visit is one undo step", () => {
    const hand = handWith("1. one\n2. two");
    hand.editor.startEditingText("t");
    expect(wish(hand, "enter", 6)).toBe(true);
    expect(textOf(hand)).toBe("1. one\n2. \n3. two");
    expect(wish(hand, "indent", 10)).toBe(true);
    expect(textOf(hand)).toBe("1. one\n    1. \n2. two");
    hand.editor.finishEditingText();
    hand.undo();
    expect([textOf(hand), hand.state.canUndo]).toEqual(["1. one\n2. two", false]);
  });

  it("a list that is numbered anew keeps the letters of what it says", () => {
    const hand = handWith("1. one\n2. two");
    hand.editor.startEditingText("t");
    wish(hand, "enter", 6);
    remoteSplice(hand, "t", { at: 17, remove: 0, insert: "!" });
    expect(textOf(hand)).toBe("1. one\n2. \n3. two!");
    const written = hand.board.commits.flatMap((ops) => ops.flatMap((op) => (op.op === "txt" ? [op.ins?.text] : [])));
    expect(new Set(written)).toEqual(new Set(["\n2. ", "3"]));
  });

  it("a wish that means nothing is told so, and one with nothing to do changes nothing", () => {
    const hand = handWith("plain\n- item");
    hand.editor.startEditingText("t");
    expect(["enter", "backspace", "indent", "tick"].map((asked) => hand.editor.editList(asked as ListWish, 2, 2))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(hand.editor.editList("outdent", 9, 9)).toMatchObject({ insert: "", start: 9, end: 9 });
    expect(wish(hand, "outdent", 9)).toBe(true);
    expect(hand.board.commits).toEqual([]);
    hand.editor.finishEditingText();
    expect(hand.editor.editList("enter", 0, 0)).toBeUndefined();
  });

  it("an input method that composes is not disturbed", () => {
    const hand = handWith("- item");
    hand.editor.startEditingText("t");
    hand.editor.composeEditingText(true);
    expect(hand.editor.editList("enter", 6, 6)).toBeUndefined();
  });

  it("a wish that was not granted after all is forgotten with the next input", () => {
    const hand = handWith("- item");
    hand.editor.startEditingText("t");
    hand.editor.editList("enter", 6, 6);
    hand.editor.updateEditingText("- item!", 7);
    expect(textOf(hand)).toBe("- item!");
  });

  it("a new text may begin with a list", () => {
    const hand = new Hand();
    hand.editor.setTool("text");
    hand.click([100, 100]);
    hand.editor.updateEditingText("- a", 3);
    wish(hand, "enter", 3);
    expect(hand.shapes.map((shape) => "text" in shape && shape.text)).toEqual(["- a\n- "]);
  });
});

describe("a link", () => {
  const followed: string[] = [];
  const hand = () => {
    followed.length = 0;
    return new Hand([text("t", 0, 0, "see https://a.example/b now")], { onFollow: (href) => void followed.push(href) });
  };

  it("is followed by a click with Mod, which selects nothing", () => {
    const ann = hand();
    ann.click([100, 12], { mod: true });
    expect([followed, ann.selected]).toEqual([["https://a.example/b"], []]);
    ann.click([20, 12], { mod: true });
    expect([followed.length, ann.selected]).toEqual([1, ["t"]]);
    ann.click([100, 12]);
    expect(followed.length).toBe(1);
  });

  it("shows a hand while Mod is held, also where the pointer rests", () => {
    const ann = hand();
    ann.move([100, 12], { buttons: 0 });
    expect(ann.state.cursor).toBe("default");
    ann.key("Control", { mod: true });
    expect(ann.state.cursor).toBe("pointer");
    ann.keyUp("Control");
    expect(ann.state.cursor).toBe("default");
  });

  it("is followed by who may not edit, and in a shape that is locked, which is not moved by it", () => {
    const ann = hand();
    ann.board.canEdit = false;
    ann.click([100, 12], { mod: true });
    expect(followed).toEqual(["https://a.example/b"]);
    const bea = hand();
    bea.board.remote([{ op: "set", id: "t", props: { locked: true } }]);
    bea.click([100, 12], { mod: true });
    expect(followed).toEqual(["https://a.example/b"]);
    bea.drag(
      [
        [100, 12],
        [120, 60],
        [160, 90],
      ],
      { mod: true },
    );
    expect([followed.length, bea.props("t")["x"]]).toEqual([1, 0]);
  });

  it("is not followed by a press that becomes a drag", () => {
    const ann = hand();
    ann.drag(
      [
        [100, 12],
        [120, 60],
        [200, 112],
      ],
      { mod: true },
    );
    expect(followed).toEqual([]);
    expect(ann.props("t")).toMatchObject({ x: 100, y: 100 });
  });

  it("is opened by a command, the first of several", () => {
    const ann = hand();
    ann.board.remote([{ op: "add", shape: text("u", 0, 100, "www.b.example") }]);
    ann.editor.select(["t", "u"]);
    ann.editor.run("text.open-link");
    expect(followed).toEqual(["https://a.example/b"]);
  });
});
