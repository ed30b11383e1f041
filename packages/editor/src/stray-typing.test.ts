import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { Hand, rect, text } from "./test-hand.ts";

/** Somebody else deletes the text that is being written. */
function robbed(): Hand {
  const hand = new Hand([text("t", 0, 0, "one"), rect("r", 200, 0)]);
  hand.editor.startEditingText("t");
  hand.editor.updateEditingText("one two");
  hand.board.remote([{ op: "del", ids: ["t"] }]);
  expect(hand.state.editingText).toBeUndefined();
  return hand;
}

const tool = (hand: Hand) => hand.state.tool;

describe("what is typed on after somebody else has deleted the text", () => {
  it("runs no commands as long as it goes on", () => {
    const hand = robbed();
    for (const key of ["d", "e", " ", "R", "Backspace", "Enter", "ArrowLeft"]) {
      hand.key(key, { shift: key === "R" });
      hand.clockMs += 900;
    }
    expect([tool(hand), hand.state.cursor, hand.shapes.length]).toEqual(["select", "default", 1]);
  });

  it("is a key of the board again after a pause", () => {
    const hand = robbed();
    hand.key("d");
    hand.clockMs += 1_000;
    hand.key("d");
    expect(tool(hand)).toBe("geo");
  });

  it("is one after a press of the pointer, and after Escape, which does nothing else", () => {
    const hand = robbed();
    hand.click([250, 50]);
    hand.key("d");
    expect(tool(hand)).toBe("geo");
    const other = robbed();
    other.editor.select(["r"]);
    other.key("Escape");
    expect(other.selected).toEqual(["r"]);
    other.key("d");
    expect(tool(other)).toBe("geo");
  });

  it("leaves keys with Mod to the board", () => {
    const hand = robbed();
    hand.key("a", { mod: true });
    expect(hand.selected).toEqual(["r"]);
  });
});

it("a text that one has ended oneself leaves the keys to the board", () => {
  const hand = new Hand([text("t", 0, 0, "one")]);
  hand.editor.startEditingText("t");
  hand.key("Escape");
  hand.key("d");
  expect(tool(hand)).toBe("geo");
});

it("the name of a frame that is deleted meanwhile is such a text too, and so is one that may no longer be written", () => {
  const hand = new Hand([fixture("frame", { id: "f", x: 0, y: 0, w: 300, h: 200 }), text("t", 400, 0, "one")]);
  hand.editor.startRenaming("f");
  expect(hand.state.renaming).toBe("f");
  hand.board.remote([{ op: "del", ids: ["f"] }]);
  hand.key("d");
  expect([hand.state.renaming, tool(hand)]).toEqual([undefined, "select"]);
  hand.clockMs += 1_000;
  hand.editor.startEditingText("t");
  hand.board.canEdit = false;
  hand.editor.dispatch({ type: "tick", tMs: hand.clockMs });
  hand.key("h");
  expect([hand.state.editingText, tool(hand)]).toEqual([undefined, "select"]);
});
