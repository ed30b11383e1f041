import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { Hand, rect } from "../test-hand.ts";

const frame = (id: string, more = {}) => fixture("frame", { id, x: 0, y: 0, w: 300, h: 200, ...more });

test("the selected frame is where it begins, be it locked; anything else is not", () => {
  const hand = new Hand([frame("f"), frame("g", { locked: true }), rect("r", 10, 10)]);
  for (const id of ["f", "g", "r"]) {
    hand.editor.select([id]);
    hand.key("p", { alt: true });
  }
  hand.editor.select([]);
  hand.key("p", { alt: true });
  expect(hand.opened).toEqual([{ kind: "present", from: "f" }, { kind: "present", from: "g" }, { kind: "present" }, { kind: "present" }]);
});

test("a locked frame can be presented from, and not renamed or removed", () => {
  const hand = new Hand([frame("g", { locked: true })]);
  hand.editor.select(["g"]);
  expect((["frame.present", "frame.rename", "frame.remove"] as const).map((id) => hand.editor.run(id))).toEqual([true, false, false]);
});
