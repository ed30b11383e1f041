import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "./commands/registry.ts";
import { Hand, type Point, rect, text } from "./test-hand.ts";
import { TOOL_IDS } from "./tool-id.ts";

const point = fc.tuple(fc.integer({ min: -50, max: 350 }), fc.integer({ min: -50, max: 350 }));
const held = fc.record({ shift: fc.boolean(), alt: fc.boolean(), mod: fc.constant(false) });
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("drag" as const),
      points: fc.array(point, { minLength: 1, maxLength: 6 }),
      held,
      stepMs: fc.constantFrom(5, 60, 300),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("click" as const), at: point, count: fc.constantFrom(1, 2), held }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("make" as const),
      tool: fc.constantFrom(...TOOL_IDS),
      points: fc.array(point, { minLength: 2, maxLength: 5 }),
      held,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("all" as const), id: fc.constantFrom(...COMMANDS.map((command) => command.id)) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("tool" as const), tool: fc.constantFrom(...TOOL_IDS) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("command" as const), id: fc.constantFrom(...COMMANDS.map((command) => command.id)) }),
  },
  fc.record({
    do: fc.constant("style" as const),
    color: fc.constantFrom("red" as const, "blue" as const),
    size: fc.constantFrom("s" as const, "xl" as const),
  }),
  fc.record({ do: fc.constant("type" as const), text: fc.constantFrom("", "a", "two\nlines") }),
  fc.record({
    do: fc.constant("half" as const),
    points: fc.array(point, { minLength: 1, maxLength: 4 }),
    end: fc.constantFrom("escape", "lost", "nothing"),
  }),
  fc.record({ do: fc.constant("cancel" as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function perform(hand: Hand, act: Action): void {
  switch (act.do) {
    case "drag":
      hand.stepMs = act.stepMs;
      return hand.drag(act.points, act.held);
    case "make":
      hand.editor.setTool(act.tool);
      return hand.drag(act.points, act.held);
    case "all":
      hand.editor.run("edit.select-all");
      return void hand.editor.run(act.id);
    case "click":
      return hand.click(act.at, { clickCount: act.count, ...act.held });
    case "tool":
      return hand.editor.setTool(act.tool);
    case "command":
      return void hand.editor.run(act.id);
    case "style":
      hand.clockMs += 1_000;
      return hand.editor.setStyle({ color: act.color, size: act.size });
    case "type":
      return hand.editor.updateEditingText(act.text);
    case "half":
      return half(hand, act.points, act.end);
    case "cancel":
      return hand.editor.dispatch({ type: "cancel" });
    default:
      act satisfies never;
  }
}

/** A press that is not let go in the ordinary way. */
function half(hand: Hand, points: readonly Point[], end: string): void {
  points.forEach((at, i) => (i === 0 ? hand.down(at) : hand.move(at)));
  if (end === "escape") hand.key("Escape");
  if (end === "lost") hand.pointer("pointer-cancel", points.at(-1) ?? [0, 0]);
}

const start = () => [
  rect("a", 0, 0, 100, 100, { index: "a1" }),
  rect("b", 150, 50, 100, 60, { index: "a2", fill: "none", rotation: 0.5 } as never),
  text("t", 50, 200, "hello"),
];
/** What is seen: shapes without the tags of who wrote them. */
const look = (hand: Hand) => hand.shapes.sort((p, q) => (p.id < q.id ? -1 : 1)).map((shape) => ({ ...shape }));

/** A label whose size is changed, undone and redone: its box is measured anew in between (failed once, seed 457389638). */
const LABEL_RESIZED: Action[] = [
  { do: "click", at: [0, 0], count: 2, held: { shift: false, alt: false, mod: false } },
  { do: "type", text: "a" },
  { do: "all", id: "tool.select" },
  { do: "style", color: "red", size: "s" },
];

/** Letters and then the size of a text are changed, both undone and redone: its box is measured anew in between (failed once, seed 426964230). */
const TEXT_RESIZED: Action[] = [
  { do: "all", id: "text.bullets" },
  { do: "all", id: "tool.select" },
  { do: "style", color: "red", size: "s" },
];

const FREE = { shift: false, alt: false, mod: false as const };
/** The size of a text is changed before and after its letters (failed once, seed 1095753313). */
const TEXT_RESIZED_TWICE: Action[] = [
  { do: "all", id: "tool.select" },
  { do: "style", color: "red", size: "s" },
  { do: "all", id: "text.bullets" },
  { do: "command", id: "tool.select" },
  { do: "all", id: "tool.select" },
  {
    do: "make",
    tool: "select",
    points: [
      [0, 0],
      [0, -4],
    ],
    held: FREE,
  },
];
/** A scaled text becomes a list and is scaled again: its box was reckoned in two ways (failed once, seed -543735900). */
const TEXT_SCALED: Action[] = [
  {
    do: "drag",
    points: [
      [0, 200],
      [50, 0],
    ],
    held: FREE,
    stepMs: 5,
  },
  { do: "command", id: "text.bullets" },
  {
    do: "make",
    tool: "select",
    points: [
      [0, 0],
      [0, 86],
    ],
    held: FREE,
  },
  { do: "tool", tool: "select" },
  { do: "all", id: "tool.select" },
];

describe("random gestures", () => {
  it("never throw, are accepted by the room, and undoing all of them gives back the board as it was; redoing, as it became", () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 3, maxLength: 25, size: "max" }), (actions) => {
        const hand = new Hand(start());
        const before = look(hand);
        for (const act of actions) perform(hand, act);
        hand.editor.setLookOnly(false);
        hand.editor.setTool("select");
        hand.editor.dispatch({ type: "cancel" });
        hand.editor.finishEditingText();
        expect(hand.state).toMatchObject({ busy: false, brush: undefined, editingText: undefined });
        expect(hand.state.preview.size).toBe(0);
        for (const id of hand.state.selection) expect(hand.board.view.get(id)).toBeDefined();
        // Undo in the random part may have left steps to redo; from here on it is a straight way back and forth.
        const after = look(hand);
        let steps = 0;
        for (; hand.editor.run("edit.undo"); steps += 1);
        expect(look(hand)).toEqual(before);
        for (let i = 0; i < steps; i += 1) hand.editor.run("edit.redo");
        expect(look(hand)).toEqual(after);
      }),
      { numRuns: 300, examples: [[LABEL_RESIZED], [TEXT_RESIZED], [TEXT_RESIZED_TWICE], [TEXT_SCALED]] },
    );
  });

  it("with somebody else deleting and editing in between never throw, and undoing all of them ends", () => {
    const theirs = fc.constantFrom("delete" as const, "move" as const, "colour" as const);
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: action }, theirs), { minLength: 3, maxLength: 25, size: "max" }),
        fc.nat(),
        (actions, seed) => {
          const hand = new Hand(start());
          actions.forEach((act, i) => {
            if (typeof act !== "string") return perform(hand, act);
            const shape = hand.shapes[(seed + i) % Math.max(1, hand.shapes.length)];
            if (shape === undefined) return;
            if (act === "delete") hand.board.remote([{ op: "del", ids: [shape.id] }]);
            if (act === "move") hand.board.remote([{ op: "set", id: shape.id, props: { x: 7, y: i, rotation: 0 } }]);
            if (act === "colour") hand.board.remote([{ op: "set", id: shape.id, props: { color: "teal" } }]);
          });
          hand.editor.setLookOnly(false);
          hand.editor.dispatch({ type: "cancel" });
          hand.editor.finishEditingText();
          for (let i = 0; hand.editor.run("edit.undo"); i += 1) expect(i).toBeLessThan(400);
          for (const id of hand.state.selection) expect(hand.board.view.get(id)).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });
});
