import { expect, it } from "vitest";
import { DraftPace } from "./draft-pace.ts";

it("what is there at first sight is shown at once", () => {
  const pace = new DraftPace();
  expect(pace.shown("s", 12)).toBe(12);
});

it("a bunch of points is spread over frames, and all of it is shown in the end", () => {
  const pace = new DraftPace();
  pace.shown("s", 10);
  pace.advance(0);
  expect(pace.shown("s", 18)).toBe(10);
  const seen: number[] = [];
  for (let ms = 8; ms <= 48; ms += 8) {
    pace.advance(ms);
    seen.push(pace.shown("s", 18));
  }
  expect(seen.slice(0, 4).every((count, i, all) => i === 0 || count > (all[i - 1] ?? 0))).toBe(true);
  expect(Math.max(...seen.map((count, i) => count - (seen[i - 1] ?? 10)))).toBeLessThanOrEqual(2);
  expect(seen.at(-1)).toBe(18);
});

it("a pen that goes on is never more than one bunch ahead of what is shown", () => {
  const pace = new DraftPace();
  pace.shown("s", 0);
  for (let frame = 0; frame < 120; frame += 1) {
    const total = 8 * Math.ceil((frame * 16) / 33);
    const shown = pace.shown("s", total);
    expect(total - shown).toBeLessThanOrEqual(12);
    pace.advance(frame * 16);
  }
});

it("a stroke that has lost points shows no more than there are", () => {
  const pace = new DraftPace();
  pace.shown("s", 20);
  expect(pace.shown("s", 5)).toBe(5);
});

it("a pause between two frames shows all that has come before it", () => {
  const pace = new DraftPace();
  pace.shown("s", 0);
  pace.advance(0);
  pace.shown("s", 40);
  pace.advance(10_000);
  expect(pace.shown("s", 40)).toBe(40);
});
