// The rest of a board waits once, until what is in view is painted.
import { createEditor } from "@inkroom/editor";
import { createReplica, type Session } from "@inkroom/sync";
import { expect, test } from "vitest";
import { askedFirst, drawViewFirst } from "./draw-view-first.ts";

/** A board that is coming in; time passes by hand. */
function loading() {
  const session = { isViewIn: false, kind: "catching-up" as Session["state"]["kind"] };
  let isComplete = false;
  let told = 0;
  let now = 0;
  let timers: { readonly at: number; readonly fn: () => void }[] = [];
  const pace = drawViewFirst({
    session: {
      get isViewIn() {
        return session.isViewIn;
      },
      get state() {
        return { kind: session.kind } as Session["state"]; // reason: only the kind is looked at
      },
    },
    // reason: of the counts only this one is looked at.
    scene: () => ({ noteViewIsIn: () => void (told += 1), stats: () => ({ tiles: { isComplete } }) as never }),
    clock: {
      now: () => now,
      setTimer(delayMs, fn) {
        timers.push({ at: now + delayMs, fn });
        return () => undefined;
      },
    },
  });
  return {
    pace,
    told: () => told,
    note: (changes: Partial<typeof session>) => void Object.assign(session, changes),
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

test("nothing waits until what is in view is there; then the rest does, until all of that is painted", async () => {
  const { pace, told, note, complete, isOver } = loading();
  expect([pace(), pace(), told()]).toEqual([undefined, undefined, 0]);
  note({ isViewIn: true });
  const wait = pace();
  expect(told()).toBe(1);
  expect(await isOver(wait, 200)).toBe(false);
  complete();
  expect(await isOver(wait, 50)).toBe(true);
});

test("the wait ends by itself, and there is no second one", async () => {
  const { pace, note, isOver } = loading();
  note({ isViewIn: true });
  const wait = pace();
  expect(await isOver(wait, 900)).toBe(false);
  expect(await isOver(wait, 200)).toBe(true);
  expect(pace()).toBeUndefined();
});

test("on a board that is there nothing waits", () => {
  const { pace, told, note } = loading();
  note({ isViewIn: true, kind: "live" });
  expect([pace(), told()]).toEqual([undefined, 1]);
});

test("what is asked for first is the view and a margin of 128 pixels of the screen around it", () => {
  const store = createReplica({ client: "abcdefgh", canEdit: true });
  const editor = createEditor({ store, measureText: () => ({ w: 0, h: 0 }), newId: () => "new", now: () => 0 });
  editor.setViewport({ w: 800, h: 600 });
  editor.setCamera({ x: 10, y: 20, zoom: 0.5 });
  expect(askedFirst(editor)).toEqual({ x: 10 - 256, y: 20 - 256, w: 1_600 + 512, h: 1_200 + 512 });
});
