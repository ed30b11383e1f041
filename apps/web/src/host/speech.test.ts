// How long words stand at a cursor.
import { expect, test } from "vitest";
import { createSpeech } from "./speech.ts";

function speaking() {
  const told: string[] = [];
  const timers = new Map<() => void, number>();
  const speech = createSpeech((text) => told.push(text), {
    setTimer(delayMs, fn) {
      timers.set(fn, delayMs);
      return () => timers.delete(fn);
    },
  });
  const pass = (): void => {
    for (const fn of timers.keys()) {
      timers.delete(fn);
      fn();
    }
  };
  return { speech, told, timers, pass };
}

test("what is said is told as it is typed, and taken back after a while in which nothing is", () => {
  const { speech, told, timers, pass } = speaking();
  speech.say("h");
  speech.say("hi");
  expect([told, timers.size]).toEqual([["h", "hi"], 1]);
  pass();
  expect([told, timers.size]).toEqual([["h", "hi", ""], 0]);
});

test("long words stand longer; what is wiped is gone at once", () => {
  const { speech, told, timers } = speaking();
  speech.say("a");
  const [short = 0] = timers.values();
  speech.say("a".repeat(100));
  expect([...timers.values()][0]).toBeGreaterThan(short);
  speech.say("");
  expect([told.at(-1), timers.size]).toEqual(["", 0]);
});

test("a board that is left says nothing more", () => {
  const { speech, timers } = speaking();
  speech.say("bye");
  speech.dispose();
  expect(timers.size).toBe(0);
});
