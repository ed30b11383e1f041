import { expect, test } from "vitest";
import { DamageLog } from "./damage-log.ts";

const at = (x: number) => ({ x, y: 0, w: 10, h: 10 });

test("tells what changed in a place since a tile was begun, and nothing from elsewhere or before", () => {
  const log = new DamageLog();
  log.note([at(0)]);
  const begun = log.revision;
  log.note([at(5), at(500)]);
  log.note([at(900)]);
  expect(log.since(begun, at(0))).toEqual([at(5)]);
  expect(log.since(begun, at(890))).toEqual([at(900)]);
  expect(log.since(log.revision, at(0))).toEqual([]);
});

test("a change of everything makes older tiles useless", () => {
  const log = new DamageLog();
  log.note([at(0)]);
  const begun = log.revision;
  log.noteAll();
  expect(log.since(begun, at(0))).toBeUndefined();
  expect(log.since(log.revision, at(0))).toEqual([]);
});

test("says so when it does not know any more", () => {
  const log = new DamageLog();
  log.note([at(0)]);
  const begun = log.revision;
  for (let i = 0; i < 15_000; i += 1) log.note([at(5_000)]);
  expect(log.since(begun, at(0))).toBeUndefined();
  expect(log.since(log.revision - 9_000, at(0))).toEqual([]);
});
