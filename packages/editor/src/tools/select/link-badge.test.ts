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

test("a card is opened with Enter, also where it may only be looked at, and with Mod and a click; a click alone selects it", () => {
  const card = fixture("card", { id: "c", x: 0, y: 200 });
  const hand = new Hand([card]);
  hand.click([160, 240], { mod: true });
  expect([hand.followed, hand.selected]).toEqual([[card.link], []]);
  hand.click([160, 240]);
  hand.key("Enter");
  expect([hand.followed.length, hand.selected, hand.state.editingText]).toEqual([2, ["c"], undefined]);
  hand.board.canEdit = false;
  hand.key("Enter");
  expect(hand.followed).toHaveLength(3);
  expect(hand.editor.run("edit.title")).toBe(false);
});

test("the title of a card is edited by a double click or by name, grows it, and leaves its link alone", () => {
  const card = fixture("card", { id: "c", x: 0, y: 200 });
  const hand = new Hand([card]);
  hand.click([160, 240], { clickCount: 2 });
  expect(hand.state.editingText?.id).toBe("c");
  hand.editor.updateEditingText("a longer title ".repeat(6));
  hand.editor.finishEditingText();
  expect(hand.props("c")).toMatchObject({ text: "a longer title ".repeat(6), link: card.link });
  expect(Number(hand.props("c")["h"])).toBeGreaterThan(84);
  hand.undo();
  expect(hand.props("c")).toMatchObject({ text: card.text, h: 84 });
  hand.editor.select(["c"]);
  hand.editor.run("edit.title");
  expect(hand.state.editingText?.id).toBe("c");
});

test("a card without a link is written on with Enter, as other shapes are", () => {
  const hand = new Hand([fixture("card", { id: "c", x: 0, y: 200, link: "" })]);
  hand.editor.select(["c"]);
  hand.key("Enter");
  expect([hand.followed, hand.state.editingText?.id]).toEqual([[], "c"]);
});

test("a card that is made narrower wraps its title and stays high enough for it", () => {
  const hand = new Hand([fixture("card", { id: "c", x: 0, y: 200, text: "how to draw with a pen and a brush" })]);
  hand.editor.select(["c"]);
  hand.drag([
    [320, 242],
    [250, 242],
    [180, 242],
  ]);
  const { w, h, textH } = hand.props("c") as { w: number; h: number; textH: number };
  expect(w).toBe(180);
  expect(textH).toBeGreaterThan(20);
  expect(h).toBeGreaterThanOrEqual(textH + 58);
});
