// When the page counts as open.
import type { Session } from "@inkroom/sync";
import { expect, test } from "vitest";
import { tellWhenShown } from "./tell-when-shown.ts";

function opening() {
  let kind: Session["state"]["kind"] = "connecting";
  let tiles: { readonly isComplete: boolean } | undefined;
  let look: (() => void) | undefined;
  let told = 0;
  const cancel = tellWhenShown(
    {
      // reason: only the kind is looked at.
      session: {
        get state() {
          return { kind } as Session["state"];
        },
      },
      // reason: of the counts only this one is looked at.
      scene: () => tiles && { stats: () => ({ tiles }) as never },
      clock: {
        setTimer(_delayMs, fn) {
          look = fn;
          return () => (look = undefined);
        },
      },
    },
    () => (told += 1),
  );
  return {
    cancel,
    /** How often it was told so far, after some time with this. */
    told(next: Session["state"]["kind"], isComplete?: boolean): number {
      kind = next;
      tiles = isComplete === undefined ? undefined : { isComplete };
      for (let times = 0; times < 3; times += 1) {
        const due = look;
        look = undefined;
        due?.();
      }
      return told;
    },
  };
}

test("a board is shown when the room has told all of it and it is painted, and that is told once", () => {
  const { told } = opening();
  expect([told("connecting"), told("catching-up", true), told("live"), told("live", false)]).toEqual([0, 0, 0, 0]);
  expect([told("live", true), told("live", true)]).toEqual([1, 1]);
});

test("a board that cannot be had does not keep the page from becoming idle; one that is left says nothing", () => {
  expect(opening().told("refused")).toBe(1);
  const { cancel, told } = opening();
  cancel();
  expect(told("live", true)).toBe(0);
});
