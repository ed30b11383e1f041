import { describe, expect, test } from "vitest";
import * as arrange from "./arrange/arrange-part.ts";
import { CodeParts } from "./code-parts.ts";
import { createEditor } from "./editor.ts";
import * as snap from "./snap/snap-part.ts";
import { createTestBoard } from "./test-board-store.ts";
import * as tools from "./tools/tools-part.ts";

/** Parts that come when the test says so, or cannot be had. */
function partsOnDemand() {
  const asked: { readonly name: string; readonly answer: (isHere: boolean) => void }[] = [];
  const parts = new CodeParts(async (name) => {
    const isHere = await new Promise<boolean>((answer) => asked.push({ name, answer }));
    if (!isHere) throw new Error("no line");
    return { arrange, snap, tools }[name];
  });
  return { asked, parts };
}

/** Long enough for every promise that is settled already. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

describe("code that is fetched apart", () => {
  test("what waits for it is done when it has come, in order, and at once after that", async () => {
    const { asked, parts } = partsOnDemand();
    const done: string[] = [];
    parts.use("arrange", () => done.push("first"));
    parts.use("arrange", () => done.push("second"));
    parts.use("snap", () => done.push("other"));
    asked[0]?.answer(true);
    await settled();
    expect(done).toEqual(["first", "second"]);
    parts.use("arrange", () => done.push("third"));
    expect(done).toEqual(["first", "second", "third"]);
  });

  test("what could not be had is done when somebody asks again and it can", async () => {
    const { asked, parts } = partsOnDemand();
    const done: string[] = [];
    parts.use("tools", () => done.push("a tool"));
    asked[0]?.answer(false);
    await settled();
    expect(done).toEqual([]);
    const all = parts.load();
    for (const { answer } of asked.slice(1)) answer(true);
    await all;
    expect(done).toEqual(["a tool"]);
  });
});

describe("a tool whose code is on its way", () => {
  const at = (x: number, y: number) => ({ pointerId: 1, screen: { x, y }, isPrimary: true, pointerType: "mouse", clickCount: 1 }) as const;
  const held = { shift: false, alt: false, mod: false, pressure: 0, tMs: 0 } as const;

  function createHand() {
    const { asked, parts } = partsOnDemand();
    const board = createTestBoard();
    let ids = 0;
    const editor = createEditor({ store: board, measureText: () => ({ w: 0, h: 0 }), newId: () => `made-${++ids}`, now: () => 0, parts });
    editor.setViewport({ w: 800, h: 600 });
    const drag = (from: readonly [number, number], to: readonly [number, number]): void => {
      editor.dispatch({ type: "pointer-down", ...at(...from), ...held, button: 0, buttons: 1 });
      editor.dispatch({ type: "pointer-move", ...at(...to), ...held, button: -1, buttons: 1 });
      editor.dispatch({ type: "pointer-up", ...at(...to), ...held, button: 0, buttons: 0 });
    };
    const answerAll = (): Promise<void> => {
      for (const { answer } of asked) answer(true);
      return settled();
    };
    return { board, editor, drag, answerAll };
  }

  test("a press that came first is done when it is here, as if it had been", async () => {
    const { board, editor, drag, answerAll } = createHand();
    editor.setTool("rect");
    drag([100, 100], [200, 150]);
    expect([...board.board.shapes()]).toEqual([]);
    await answerAll();
    expect([...board.board.shapes()]).toMatchObject([{ kind: "rect", x: 100, y: 100, w: 100, h: 50 }]);
    expect(editor.state.selection).toEqual(new Set(["made-1"]));
  });

  test("left before it is here, it does nothing; ink waits for no code", async () => {
    const { board, editor, drag, answerAll } = createHand();
    editor.setTool("rect");
    drag([100, 100], [200, 150]);
    editor.setTool("draw");
    drag([10, 10], [60, 60]);
    expect([...board.board.shapes()]).toMatchObject([{ kind: "draw" }]);
    await answerAll();
    expect([...board.board.shapes()]).toMatchObject([{ kind: "draw" }]);
  });
});
