import { PRESENCE_COLORS } from "@inkroom/protocol";
import { expect, test } from "vitest";
import type { Profile } from "../presence/profile.ts";
import { createWritable } from "../ui/readable.ts";
import { giveWay } from "./give-way.ts";

/** Person 2 on a board with others of these numbers and colours. */
function onBoard(others: Readonly<Record<number, string>>, own: Partial<Profile> = {}) {
  const profile = createWritable<Profile>({ name: "Ada", color: "blue", ...own });
  const listeners = new Set<() => void>();
  let list = Object.entries(others);
  giveWay(
    {
      // reason: only kind and number are looked at.
      state: { kind: "live", peer: 2 } as never,
      subscribe: () => () => undefined,
      peers: {
        // reason: only number and colour are looked at.
        list: () => list.map(([peer, color]) => ({ peer: Number(peer), color })) as never,
        subscribe: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
      },
    },
    profile,
  );
  const come = (peer: number, color: string): void => {
    list = [...list, [String(peer), color]];
    for (const listener of listeners) listener();
  };
  return { profile, come };
}

test("a colour that somebody has who was here before is exchanged for a free one", () => {
  expect(onBoard({ 1: "blue", 3: "orange" }).profile.get().color).toBe("green");
});

test("who comes later gives way, not who was here", () => {
  const { profile, come } = onBoard({ 1: "red" });
  come(3, "blue");
  expect(profile.get().color).toBe("blue");
  come(1, "blue");
  expect(profile.get().color).toBe("orange");
});

const everyColor = Object.fromEntries(PRESENCE_COLORS.map((color, i) => [color === "blue" ? 1 : i + 10, color]));

test("a colour that was chosen stays, and so does one where no other is free", () => {
  expect(onBoard({ 1: "blue" }, { isColorChosen: true }).profile.get().color).toBe("blue");
  expect(onBoard(everyColor).profile.get().color).toBe("blue");
});
