import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

test("a box is turned into another where it stands, with its look, words and arrows, as one step", () => {
  const look = { color: "red", fill: "solid", fillColor: "#ffd400", rotation: 0.5, text: "words", textW: 50, textH: 25 } as const;
  const hand = new Hand([
    rect("a", 10, 20, 100, 60, look),
    rect("b", 400, 20),
    fixture("arrow", { id: "join", text: "", start: { id: "a", x: 1, y: 0.5 }, end: { id: "b", x: 0, y: 0.5 } }),
  ]);
  hand.editor.select(["a"]);
  expect(hand.editor.run("edit.to-ellipse")).toBe(true);
  const id = hand.selected[0] ?? "";
  expect(hand.shape(id)).toMatchObject({
    kind: "ellipse",
    x: 10,
    y: 20,
    w: 100,
    color: "red",
    fillColor: "#ffd400",
    rotation: 0.5,
    text: "words",
  });
  expect(hand.shape("join")).toMatchObject({ start: { id, x: 1, y: 0.5 }, end: { id: "b" } });
  expect(hand.shapes.some((shape) => shape.id === "a")).toBe(false);
  hand.editor.run("edit.to-diamond");
  expect(hand.shape(hand.selected[0] ?? "")).toMatchObject({ kind: "geo", form: "diamond", corners: "rounded" });
  hand.undo();
  hand.undo();
  expect(hand.shape("a")).toMatchObject({ kind: "rect", text: "words" });
  expect(hand.shape("join")).toMatchObject({ start: { id: "a" } });
});

test("several are turned at once, what is no box stays, and what has the form already too", () => {
  const hand = new Hand([
    rect("a", 0, 0),
    fixture("geo", { id: "g", x: 200, form: "star", text: "" }),
    fixture("draw", { id: "ink", x: 500 }),
  ]);
  hand.editor.select(["a", "g", "ink"]);
  hand.editor.run("edit.to-rect");
  expect(hand.shapes.map(({ kind }) => kind).sort()).toEqual(["draw", "rect", "rect"]);
  expect([hand.selected.includes("a"), hand.selected.includes("ink"), hand.selected.length]).toEqual([true, true, 3]);
  hand.editor.select(["ink"]);
  expect(hand.editor.run("edit.to-rect")).toBe(false);
});
