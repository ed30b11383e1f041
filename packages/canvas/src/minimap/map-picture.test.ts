import type { Box } from "@inkroom/geometry";
import type { BoardView } from "@inkroom/model";
import type { Shape } from "@inkroom/shapes";
import { fixture } from "@inkroom/shapes/testing";
import { describe, expect, it } from "vitest";
import { MapPicture } from "./map-picture.ts";

/** A map with a board, a clock and a pen of the test's own. `run` lets time pass; every slice costs `sliceMs`. */
function mapOf(initial: readonly Shape[], { sliceMs = 0 } = {}) {
  const state = {
    shapes: [...initial],
    isWanted: true,
    nowMs: 0,
    clears: 0,
    painted: 0,
    dots: 0,
    shown: 0,
    longestSlice: 0,
    contents: [] as (Box | undefined)[],
  };
  const timers: { at: number; callback: () => void }[] = [];
  let steps = 0;
  const picture: MapPicture = new MapPicture({
    // reason: the picture reads nothing else of a board.
    view: { shapes: () => state.shapes } as unknown as BoardView,
    size: { w: 176, h: 120 },
    pen: {
      clear: () => void (state.clears += 1),
      dot: () => void ([state.dots, steps] = [state.dots + 1, steps + 1]),
      paint: () => void ([state.painted, steps] = [state.painted + 1, steps + 1]),
      show: () => void (state.shown += 1),
    },
    isWanted: () => state.isWanted,
    onChange: () => void state.contents.push(picture.contents),
    now: () => (state.nowMs += sliceMs),
    setTimer(ms, callback) {
      const timer = { at: state.nowMs + ms, callback };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const run = (ms: number): void => {
    const until = state.nowMs + ms;
    for (;;) {
      timers.sort((a, b) => a.at - b.at);
      if (timers[0] === undefined || timers[0].at > until) break;
      const timer = timers.shift() as (typeof timers)[number];
      state.nowMs = Math.max(state.nowMs, timer.at);
      steps = 0;
      timer.callback();
      state.longestSlice = Math.max(state.longestSlice, steps);
    }
    state.nowMs = Math.max(state.nowMs, until);
  };
  return { state, picture, run, timers };
}

const far = (count: number): Shape[] =>
  Array.from({ length: count }, (_, at) => fixture("rect", { id: `r${at}`, x: at * 1_000, y: 0, w: 20, h: 20 }));
const twoCorners = [fixture("rect", { id: "a", x: 0, y: 0 }), fixture("rect", { id: "b", x: 900, y: 600 })];

describe("the minimap's picture", () => {
  it("is drawn once, and never again while nothing changes", () => {
    const { state, picture, run, timers } = mapOf(twoCorners);
    run(60_000);
    expect([picture.redraws, state.clears, state.shown, state.painted]).toEqual([1, 1, 1, 2]);
    expect(timers).toHaveLength(0);
  });

  it("follows 600 changes in ten seconds with at most 26 pictures, the last of them of the last change", () => {
    const { state, picture, run } = mapOf(twoCorners);
    for (let change = 0; change < 600; change += 1) {
      state.shapes = [...twoCorners, fixture("rect", { id: "c", x: 2_000 + change, y: 0, w: 10, h: 10 })];
      picture.noteChange();
      run(1_000 / 60);
    }
    run(5_000);
    expect(picture.redraws).toBeGreaterThan(10);
    expect(picture.redraws).toBeLessThanOrEqual(26);
    expect(picture.contents?.w).toBeGreaterThan(2_609);
  });

  it("is not drawn while nobody needs it, and caught up with when the view moves away", () => {
    const { state, picture, run } = mapOf(twoCorners);
    state.isWanted = false;
    for (let change = 0; change < 20; change += 1) {
      picture.noteChange();
      run(500);
    }
    expect(picture.redraws).toBe(0);
    expect(picture.contents).toBeDefined();
    state.isWanted = true;
    picture.noteView();
    run(0);
    expect(picture.redraws).toBe(1);
    for (let move = 0; move < 100; move += 1) {
      picture.noteView();
      run(16);
    }
    expect(picture.redraws).toBe(1);
  });

  it("of a large board is made of dots, in slices that end", () => {
    const { state, picture, run } = mapOf(far(9_000));
    run(1_000);
    expect(picture.redraws).toBe(1);
    expect([state.dots, state.painted]).toEqual([9_000, 0]);
    expect(state.longestSlice).toBeLessThanOrEqual(500);
  });

  it("that is slow to make is made less often", () => {
    const { picture, run } = mapOf(far(9_000), { sliceMs: 12 });
    run(2_000);
    const before = picture.redraws;
    picture.noteChange();
    run(3_000);
    expect([before, picture.redraws]).toEqual([1, 1]);
    run(60_000);
    expect(picture.redraws).toBe(2);
  });

  it("of an empty board is none", () => {
    const { state, picture, run } = mapOf([]);
    run(1_000);
    expect([picture.redraws, state.clears, picture.contents]).toEqual([0, 0, undefined]);
  });
});
