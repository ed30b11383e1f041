// When the page counts as open.
import type { Session } from "@inkroom/sync";
import { expect, test } from "vitest";
import { createWritable } from "../ui/readable.ts";
import { endOpening } from "./end-opening.ts";

function opened(shapes = 0) {
  let kind: Session["state"]["kind"] = "connecting";
  let tiles: { readonly isComplete: boolean } | undefined;
  let look: (() => void) | undefined;
  const opening = createWritable(true);
  const cancel = endOpening(
    {
      // reason: only the kind is looked at.
      session: {
        get state() {
          return { kind } as Session["state"];
        },
      },
      shapes: () => shapes,
      // reason: of the counts only this one is looked at.
      scene: () => tiles && { stats: () => ({ tiles }) as never },
      clock: {
        setTimer(_delayMs, fn) {
          look = fn;
          return () => (look = undefined);
        },
      },
    },
    opening,
  );
  return {
    cancel,
    opening,
    isLooking: () => look !== undefined,
    /** Whether it is still opening, after some time with this. */
    after(next: Session["state"]["kind"], isComplete?: boolean): boolean {
      kind = next;
      tiles = isComplete === undefined ? undefined : { isComplete };
      for (let times = 0; times < 3; times += 1) {
        const due = look;
        look = undefined;
        due?.();
      }
      return opening.get();
    },
  };
}

test("a page is open when the room has told all of the board and it is painted; then nobody looks any more", () => {
  const { after, isLooking } = opened();
  expect([after("connecting"), after("catching-up", true), after("live"), after("live", false)]).toEqual([true, true, true, true]);
  expect([after("live", true), isLooking()]).toEqual([false, false]);
});

test("a page is open when what this browser keeps of the board is painted and there is no line", () => {
  expect(opened(0).after("connecting", true)).toBe(true);
  expect(opened(7).after("connecting", false)).toBe(true);
  expect(opened(7).after("connecting", true)).toBe(false);
});

test("a board that cannot be had does not keep the page from becoming idle; nor does one that is left", () => {
  expect(opened().after("refused")).toBe(false);
  const { cancel, after } = opened();
  cancel();
  expect(after("live", true)).toBe(true);
});

test("where opening has ended by itself, nobody goes on looking", () => {
  const { opening, after, isLooking } = opened();
  expect(isLooking()).toBe(true);
  opening.set(false);
  after("connecting");
  expect(isLooking()).toBe(false);
});
