// What is said when somebody deletes what this person was changing.
import type { LostEdit } from "@inkroom/sync";
import type { Shape } from "@inkroom/shapes";
import { PLAIN_RECT } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import type { Toast } from "../services.ts";
import { createWritable } from "../ui/readable.ts";
import { createLostEditNotice } from "./lost-edit-notice.ts";

const PEERS = [
  { client: "bea", name: "Bea" },
  { client: "cal", name: "Cal" },
];

function notice() {
  const toast = createWritable<Toast | undefined>(undefined);
  const brought: string[][] = [];
  const titles: (string | undefined)[] = [];
  toast.subscribe(() => titles.push(toast.get()?.title));
  const editor = { bringBack: (ids: Iterable<string>) => void brought.push([...ids]) };
  const { tell, dispose } = createLostEditNotice({ toast, peers: { list: () => PEERS }, editor });
  const lose = (by: string, ...ids: string[]): void => tell(ids.map((id) => lost(id, by)));
  return { toast, titles, brought, lose, dispose };
}

function lost(id: string, by: string): LostEdit {
  const look = { color: "ink", fill: "none", dash: "solid", size: "m" } as const;
  const shape: Shape = {
    id,
    kind: "rect",
    ...PLAIN_RECT,
    parent: "page",
    index: "a0",
    x: 0,
    y: 0,
    rotation: 0,
    opacity: 1,
    locked: false,
    link: "",
    w: 9,
    h: 9,
    ...look,
  };
  return { shape, by };
}

test("one shape is told with the name of who deleted it, and can be brought back", () => {
  const { toast, titles, brought, lose } = notice();
  lose("bea", "a");
  expect(titles).toEqual(["Bea deleted a shape you were changing"]);
  toast.get()?.action?.run();
  expect(brought).toEqual([["a"]]);
});

test("what is deleted while the toast is on show joins it, and all of it comes back together", () => {
  const { toast, titles, brought, lose } = notice();
  for (let i = 0; i < 200; i += 1) lose("bea", `s${i}`);
  expect(titles.at(-1)).toBe("Bea deleted 200 shapes you were changing");
  toast.get()?.action?.run();
  expect(brought.map((ids) => ids.length)).toEqual([200]);
});

test("what was deleted before the last toast went is not told again", () => {
  const { toast, titles, brought, lose } = notice();
  lose("bea", "a");
  toast.set(undefined);
  lose("bea", "b");
  expect(titles.at(-1)).toBe("Bea deleted a shape you were changing");
  toast.get()?.action?.run();
  expect(brought).toEqual([["b"]]);
});

test("several people, or somebody who has left, are not called by a name", () => {
  const { titles, lose } = notice();
  lose("bea", "a");
  lose("cal", "b");
  expect(titles.at(-1)).toBe("Others deleted 2 shapes you were changing");
  const { titles: other, lose: loseOther } = notice();
  loseOther("gone", "a");
  expect(other).toEqual(["Someone deleted a shape you were changing"]);
});

test("it goes with its board, and no other toast does", () => {
  const { toast, lose, dispose } = notice();
  lose("bea", "a");
  dispose();
  expect(toast.get()).toBeUndefined();
  lose("bea", "a");
  toast.set({ title: "Link copied" });
  dispose();
  expect(toast.get()).toEqual({ title: "Link copied" });
});
