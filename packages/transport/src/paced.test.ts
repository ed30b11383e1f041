import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "./paced.ts";
import { FakeTransport } from "./testing/fake-transport.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A line on which the frames named in `stops` make the next ones wait until `release`. */
function line(...stops: string[]) {
  const transport = new FakeTransport();
  const log: unknown[] = [];
  const waits: (() => void)[] = [];
  const paces = paced(transport, () => {
    if (!stops.includes(String(log.at(-1)))) return undefined;
    return new Promise((resolve) => waits.push(resolve));
  });
  paces.open({
    onOpen: () => log.push("open"),
    onFrame: (frame) => log.push(frame),
    onDown: () => log.push("down"),
    onRefused: (code) => log.push(code),
  });
  transport.connect();
  const say = (...frames: string[]): void => frames.forEach((frame) => transport.far.onFrame(frame));
  const release = async (): Promise<void> => {
    waits.shift()?.();
    await vi.advanceTimersByTimeAsync(50);
  };
  return { transport, paces, log, say, release };
}

const names = (count: number, from = 0): string[] => Array.from({ length: count }, (_, i) => `f${i + from}`);

test("frames go through at once while nothing else is more urgent", () => {
  const { log, say } = line();
  say("a", "b");
  expect(log).toEqual(["open", "a", "b"]);
});

test("what comes during a wait comes after it, all of it and in order, and what comes later behind it", async () => {
  const { log, say, release } = line("f1");
  say(...names(40));
  expect(log).toEqual(["open", "f0", "f1"]);
  await release();
  say(...names(3, 40));
  expect(log).toEqual(["open", ...names(43)]);
});

test("a long queue is handed on in turns, and frames that come meanwhile stay behind it", async () => {
  const { transport, log, say } = line("f0");
  const paces = paced(transport, () => (log.length === 2 ? Promise.resolve() : undefined));
  paces.open({ onOpen: () => {}, onFrame: (frame) => log.push(frame), onDown: () => {}, onRefused: () => {} });
  say(...names(30));
  await Promise.resolve();
  await Promise.resolve();
  expect(log.length).toBeLessThan(20);
  say("last");
  await vi.advanceTimersByTimeAsync(50);
  expect(log).toEqual(["open", ...names(30), "last"]);
});

test("one wait may follow another", async () => {
  const { log, say, release } = line("f1", "f3");
  say(...names(6));
  await release();
  expect(log).toEqual(["open", ...names(4)]);
  await release();
  expect(log).toEqual(["open", ...names(6)]);
});

test("what waits belongs to its connection: after the next one has begun nothing of it is heard", async () => {
  const { transport, log, say, release } = line("f0");
  say("f0", "old");
  transport.far.onDown();
  transport.connect();
  say("new");
  await release();
  expect(log).toEqual(["open", "f0", "down", "open", "new"]);
});

test("a refusal and a close end a wait", async () => {
  for (const end of [({ far }: FakeTransport) => far.onRefused(4403), undefined]) {
    const { transport, paces, log, say, release } = line("f0");
    say("f0", "old");
    if (end === undefined) paces.close();
    else end(transport);
    await release();
    expect(log).toEqual(end === undefined ? ["open", "f0"] : ["open", "f0", 4403]);
  }
});
