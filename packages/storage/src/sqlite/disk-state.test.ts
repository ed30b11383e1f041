// A full disk: refused without being tried, asked again now and then, taken up by itself.
import { expect, test } from "vitest";
import { StorageError } from "@inkroom/rooms";
import { DiskState } from "./disk-state.ts";

function disk() {
  const state = { now: 0, probes: 0, isFull: true };
  const made = new DiskState({
    now: () => state.now,
    probe: () => {
      state.probes += 1;
      if (state.isFull) throw new Error("no space");
    },
  });
  const isRefused = (): boolean => {
    try {
      made.assertWritable();
      return false;
    } catch (error) {
      expect(error).toMatchObject({ name: "StorageError", code: "full" });
      return true;
    }
  };
  return { state, made, isRefused };
}

test("a disk that takes writes is never asked", () => {
  const { state, made, isRefused } = disk();
  made.failed(new StorageError("io", "something else"));
  expect([isRefused(), made.isFull, state.probes]).toEqual([false, false, 0]);
});

test("a full disk is asked every two seconds, and writes go on as soon as it answers", () => {
  const { state, made, isRefused } = disk();
  made.failed(new StorageError("full", "no space"));
  for (state.now = 0; state.now < 6_000; state.now += 100) expect(isRefused()).toBe(true);
  expect(state.probes).toBe(2);
  expect([made.isFull, state.probes]).toEqual([true, 3]);
  state.isFull = false;
  expect(made.isFull).toBe(true);
  state.now += 2_000;
  expect([made.isFull, isRefused()]).toEqual([false, false]);
  expect(state.probes).toBe(4);
});
