import { expect, test } from "vitest";
import { createFrameLoop, type FrameClock } from "./frame-loop.ts";

/** Frames that come when they are told to. */
function setUp(goesOn: () => boolean = () => false) {
  const asked = new Map<number, (timeMs: number) => void>();
  let handles = 0;
  let nowMs = 0;
  const clock: FrameClock = {
    request: (callback) => {
      handles += 1;
      asked.set(handles, callback);
      return handles;
    },
    cancel: (handle) => asked.delete(handle),
    now: () => nowMs,
  };
  const deltas: number[] = [];
  const loop = createFrameLoop(clock, (deltaMs) => {
    deltas.push(deltaMs);
    return goesOn();
  });
  const tick = (ms: number): void => {
    nowMs += ms;
    const due = [...asked.values()];
    asked.clear();
    for (const callback of due) callback(nowMs);
  };
  return { loop, deltas, tick, asked };
}

test("many requests are one frame", () => {
  const { loop, deltas, tick, asked } = setUp();
  for (let i = 0; i < 5; i += 1) loop.request();
  tick(16);
  expect(deltas).toEqual([0]);
  expect(asked.size).toBe(0);
});

test("motion goes on frame by frame and gets the time between frames, and nothing is asked for after it", () => {
  let left = 2;
  const { loop, deltas, tick, asked } = setUp(() => left-- > 0);
  loop.request();
  tick(16);
  tick(20);
  tick(8);
  expect(deltas).toEqual([0, 20, 8]);
  expect(asked.size).toBe(0);
});

test("time passed while nothing moved is not motion", () => {
  let goes = true;
  const { loop, deltas, tick } = setUp(() => goes);
  loop.request();
  tick(16);
  goes = false;
  tick(16);
  loop.request();
  tick(5000);
  expect(deltas).toEqual([0, 16, 0]);
});

test("a flush paints now instead of later", () => {
  const { loop, deltas, tick } = setUp();
  loop.request();
  loop.flush();
  tick(16);
  expect(deltas).toHaveLength(1);
});

test("after a stop nothing is painted", () => {
  const { loop, deltas, tick } = setUp();
  loop.request();
  loop.stop();
  tick(16);
  loop.request();
  loop.flush();
  tick(16);
  expect(deltas).toEqual([]);
});
