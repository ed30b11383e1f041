import { PartySocket } from "partysocket";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepAlive, steadyLine } from "./preset.ts";
import { FakeWebSocket } from "./testing/fake-web-socket.ts";
import { HEARTBEAT_MS, MAX_RETRY_MS, PROBE_MS } from "./timings.ts";

let socket: PartySocket | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  FakeWebSocket.all = [];
});
afterEach(() => {
  socket?.close();
  vi.useRealTimers();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

async function connected(random = 0.5) {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const line = new PartySocket({
    host: "localhost:1",
    party: "chat",
    room: "r",
    ...steadyLine(() => random),
    // reason: the fake has what partysocket uses.
    WebSocket: FakeWebSocket as unknown as typeof WebSocket,
  });
  socket = line;
  const stop = keepAlive(line, { window: new EventTarget(), document: page });
  const heard: unknown[] = [];
  line.addEventListener("message", ({ data }) => heard.push(data));
  await pass(0);
  FakeWebSocket.last.accept();
  return { line, stop, heard, page };
}

describe("steadyLine", () => {
  test("spreads the first retries of many clients between 300 and 3,300 ms", async () => {
    expect([0, 0.5, 1].map((share) => steadyLine(() => share).minReconnectionDelay)).toEqual([300, 1_800, 3_300]);
    await connected(0);
    FakeWebSocket.last.drop(1012);
    await pass(299);
    expect(FakeWebSocket.all).toHaveLength(1);
    await pass(1);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  test("stops where another try would not help, and only there", () => {
    const { shouldReconnectOnClose } = steadyLine();
    const goesOn = (code: number): boolean =>
      shouldReconnectOnClose(Object.assign(new Event("close"), { code, reason: "", wasClean: true }));
    expect([1000, 1001, 1006, 1011, 1012, 4100, 4500, 4503].filter((code) => !goesOn(code))).toEqual([]);
    expect([1008, 1009, 4000, 4003, 4099].filter(goesOn)).toEqual([]);
  });
});

describe("keepAlive", () => {
  test("asks every 25 s, and keeps the answers from listeners", async () => {
    const { heard } = await connected();
    for (let beat = 1; beat <= 4; beat++) {
      await pass(HEARTBEAT_MS);
      expect(FakeWebSocket.last.sent).toHaveLength(beat);
      FakeWebSocket.last.say("pong");
    }
    FakeWebSocket.last.say("hello");
    expect(heard).toEqual(["hello"]);
    expect(FakeWebSocket.all).toHaveLength(1);
  });

  test("takes a new line when two intervals were silent, and watches that one", async () => {
    await connected();
    await pass(3 * HEARTBEAT_MS + MAX_RETRY_MS);
    expect(FakeWebSocket.all).toHaveLength(2);
    FakeWebSocket.last.accept();
    await pass(HEARTBEAT_MS);
    expect(FakeWebSocket.last.sent).toEqual(["ping"]);
  });

  test("asks at once when the page comes back, and does not wait long", async () => {
    const { page } = await connected();
    page.dispatchEvent(new Event("visibilitychange"));
    expect(FakeWebSocket.last.sent).toEqual(["ping"]);
    await pass(PROBE_MS + MAX_RETRY_MS);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  test("ends when told to", async () => {
    const { stop, page } = await connected();
    stop();
    page.dispatchEvent(new Event("visibilitychange"));
    await pass(5 * HEARTBEAT_MS);
    expect(FakeWebSocket.last.sent).toEqual([]);
    expect(FakeWebSocket.all).toHaveLength(1);
  });
});
