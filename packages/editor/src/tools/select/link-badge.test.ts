import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { Hand, rect } from "../../test-hand.ts";

const link = "https://ink.example";
/** The badge of `a` stands at 212, 88. */
const linked = (more: object = {}) => rect("a", 100, 100, 100, 60, { link, ...more });
const BADGE: readonly [number, number] = [212, 88];

test("a click on the badge goes where the shape leads, and selects and moves nothing; a drag from it does nothing", () => {
  const hand = new Hand([linked(), rect("b", 300, 100)]);
  hand.editor.select(["b"]);
  hand.click(BADGE);
  expect([hand.followed, hand.selected]).toEqual([[link], ["b"]]);
  hand.drag([BADGE, [250, 120], [300, 200]]);
  expect([hand.followed, hand.shape("a").x, hand.selected]).toEqual([[link], 100, ["b"]]);
});

test("the pointer says so when it is over the badge, at any zoom, and of two badges that of the topmost shape", () => {
  const hand = new Hand([linked({ index: "a1" }), rect("b", 150, 100, 50, 60, { link: "#shape=a", index: "a2" })]);
  hand.move(BADGE);
  expect(hand.state).toMatchObject({ overLink: "b", cursor: "pointer", hovered: undefined });
  hand.click(BADGE);
  expect(hand.followed).toEqual(["#shape=a"]);
  hand.move([150, 130]);
  expect(hand.state.overLink).toBeUndefined();
  hand.editor.setCamera({ x: 0, y: 0, zoom: 2 });
  hand.move([206, 94]);
  expect(hand.state.overLink).toBe("b");
  hand.key("p");
  expect(hand.state.overLink).toBeUndefined();
});

test("locked shapes, and those on a board that may only be looked at, lead somewhere too", () => {
  const hand = new Hand([linked({ locked: true })]);
  hand.board.canEdit = false;
  hand.click(BADGE);
  expect(hand.followed).toEqual([link]);
});

test("a finger takes the badge more easily than a pen", () => {
  const hand = new Hand([linked()]);
  const beside: readonly [number, number] = [229, 88];
  hand.click(beside);
  hand.click(beside, { pointerType: "touch" });
  expect(hand.followed).toEqual([link]);
});

test("the link of the selected shape is said, opened, written and taken away by commands, each change one undo step", () => {
  const hand = new Hand([linked(), rect("b", 300, 100)]);
  hand.editor.select(["b"]);
  expect([hand.state.link, hand.editor.run("link.open"), hand.editor.run("link.remove")]).toEqual(["", false, false]);
  hand.key("k", { mod: true });
  expect(hand.opened).toEqual([{ kind: "link", id: "b" }]);
  hand.editor.setLink("b", "#view=1,2,3,4");
  expect(hand.state.link).toBe("#view=1,2,3,4");
  hand.key("Enter", { mod: true, shift: true });
  expect(hand.followed).toEqual(["#view=1,2,3,4"]);
  hand.editor.run("link.remove");
  expect([hand.state.link, hand.props("b")["link"]]).toEqual(["", ""]);
  hand.undo();
  expect(hand.state.link).toBe("#view=1,2,3,4");
  hand.undo();
  expect(hand.state.link).toBe("");
});

test("what no shape may lead to is not written, and a link of several shapes is nobody's", () => {
  const hand = new Hand([linked(), rect("b", 300, 100)]);
  hand.editor.setLink("b", "javascript:alert(1)");
  expect(hand.props("b")["link"]).toBe("");
  hand.editor.select(["a", "b"]);
  expect([hand.state.link, hand.editor.run("link.edit")]).toEqual(["", false]);
});

test("a copy leads where its original leads, or to the copy of that", () => {
  const hand = new Hand([linked(), rect("b", 300, 100, 50, 50, { link: "#shape=a" })]);
  hand.editor.select(["a", "b"]);
  hand.key("d", { mod: true });
  const copies = hand.shapes.filter(({ id }) => id.startsWith("made-"));
  const [a] = copies.filter((shape) => shape.link === link);
  expect(copies.map((shape) => shape.link).toSorted()).toEqual([`#shape=${String(a?.id)}`, link].toSorted());
});

test("a note beside another one leads nowhere of itself", () => {
  const hand = new Hand([fixture("note", { id: "n", x: 0, y: 0, link })]);
  hand.editor.select(["n"]);
  hand.editor.run("note.right");
  hand.editor.updateEditingText("next");
  hand.editor.finishEditingText();
  expect(hand.shapes.filter(({ id }) => id !== "n").map((shape) => shape.link)).toEqual([""]);
});
