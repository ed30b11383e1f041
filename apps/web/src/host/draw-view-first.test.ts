// The rest of a board waits once, until what is in view is painted.
import { createEditor } from "@inkroom/editor";
import { createReplica, type Session } from "@inkroom/sync";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { drawViewFirst } from "./draw-view-first.ts";

/** A screen of 800 x 600 with its middle at (400, 300), on which parts come in; time passes by hand. */
function loading() {
  const replica = createReplica({ client: "abcdefgh", canEdit: true });
  const editor = createEditor({ store: replica, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  let kind: Session["state"]["kind"] = "catching-up";
  let isComplete = false;
  let now = 0;
  let timers: { readonly at: number; readonly fn: () => void }[] = [];
  const viewFirst = drawViewFirst({
    editor,
    replica,
    // reason: only the kind is looked at.
    session: {
      get state() {
        return { kind } as Session["state"];
      },
    },
    // reason: of the counts only this one is looked at.
    scene: () => ({ noteViewIsIn: () => undefined, stats: () => ({ tiles: { isComplete } }) as never }),
    clock: {
      now: () => now,
      setTimer(delayMs, fn) {
        timers.push({ at: now + delayMs, fn });
        return () => undefined;
      },
    },
  });
  let ids = 0;
  return {
    viewFirst,
    editor,
    bring: (...places: (readonly [number, number])[]) =>
      void replica.commit(
        places.map(([x, y]) => ({
          op: "add" as const,
          shape: fixture("rect", { id: `s${(ids += 1)}`, index: "a0", x, y, parent: "page" }),
        })),
      ),
    goLive: () => void (kind = "live"),
    complete: () => void (isComplete = true),
    /** Lets time pass; gives whether the wait is over by then. */
    async isOver(wait: Promise<void> | undefined, ms: number): Promise<boolean> {
      let isDone = false;
      void wait?.then(() => (isDone = true));
      for (const end = now + ms; now < end; now += 10) {
        const due = timers.filter(({ at }) => at <= now);
        timers = timers.filter(({ at }) => at > now);
        for (const { fn } of due) fn();
        await Promise.resolve();
      }
      return isDone;
    },
  };
}

test("parts that have something near the view do not make the next ones wait; the first that has nothing does, until all is painted", async () => {
  const { viewFirst, bring, complete, isOver } = loading();
  expect(viewFirst.pace()).toBeUndefined();
  bring([0, 0], [5_000, 5_000]);
  expect(viewFirst.pace()).toBeUndefined();
  bring([1_000, 300]);
  expect(viewFirst.pace()).toBeUndefined();
  bring([3_000, 300], [3_000, 4_000]);
  const wait = viewFirst.pace();
  expect(await isOver(wait, 200)).toBe(false);
  complete();
  expect(await isOver(wait, 50)).toBe(true);
});

test("zoomed out, what is far on the page is near the view", () => {
  const { viewFirst, editor, bring } = loading();
  editor.setCamera({ x: 0, y: 0, zoom: 0.25 });
  bring([4_000, 1_000]);
  expect(viewFirst.pace()).toBeUndefined();
  bring([9_000, 1_000]);
  expect(viewFirst.pace()).toBeDefined();
});

test("the wait ends by itself, and there is no second one", async () => {
  const { viewFirst, bring, isOver } = loading();
  bring([9_000, 9_000]);
  const wait = viewFirst.pace();
  expect(await isOver(wait, 900)).toBe(false);
  expect(await isOver(wait, 200)).toBe(true);
  bring([9_500, 9_000]);
  expect(viewFirst.pace()).toBeUndefined();
});

test("on a board that is there nothing waits, however far from the view it is", () => {
  const { viewFirst, bring, goLive } = loading();
  goLive();
  bring([9_000, 9_000]);
  expect(viewFirst.pace()).toBeUndefined();
});
