import { CLOSE } from "@inkroom/protocol";
import type { Transport } from "@inkroom/sync";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPartyTransport, type PartyTransportOptions } from "./party-transport.ts";
import { FakeWebSocket } from "./testing/fake-web-socket.ts";
import { TicketRefused } from "./ticket-refused.ts";
import {
  DRAIN_BASE_MS,
  DRAIN_SPREAD_MS,
  HEARTBEAT_MS,
  MAX_RETRY_MS,
  PROBE_MS,
  RETRY_BASE_MS,
  RETRY_SPREAD_MS,
  TICKET_TIMEOUT_MS,
} from "./timings.ts";

let transport: Transport | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  FakeWebSocket.all = [];
});
afterEach(() => {
  transport?.close();
  vi.useRealTimers();
});

function connect(options: Partial<PartyTransportOptions> = {}) {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const network = new EventTarget();
  const log: (string | number | Uint8Array)[] = [];
  let tickets = 0;
  transport = createPartyTransport({
    host: "localhost:3000",
    party: "board",
    room: "r1",
    id: "tab1",
    query: () => Promise.resolve({ ticket: `t${(tickets += 1)}` }),
    // reason: the fake has what partysocket uses.
    WebSocket: FakeWebSocket as unknown as typeof WebSocket,
    wake: { window: network, document: page },
    random: () => 0.5,
    ...options,
  });
  transport.open({
    onOpen: () => log.push("open"),
    onFrame: (frame) => log.push(frame),
    onDown: () => log.push("down"),
    onRefused: (code) => log.push(code),
  });
  return { transport, log, page, network };
}

/** Lets timers and promises up to `ms` run. */
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

async function connected(options: Partial<PartyTransportOptions> = {}) {
  const line = connect(options);
  await pass(0);
  FakeWebSocket.last.accept();
  return line;
}

describe("a server that goes away", () => {
  test.each([
    [0, DRAIN_BASE_MS],
    [1, DRAIN_BASE_MS + DRAIN_SPREAD_MS],
  ])("and says so is given time by the dice: %d gives %d ms", async (dice, delayMs) => {
    const { log, transport: line } = await connected({ random: () => dice });
    FakeWebSocket.last.drop(CLOSE.drain);
    expect([log, line.state]).toEqual([["open", "down"], "connecting"]);
    await pass(delayMs - 1);
    expect(FakeWebSocket.all).toHaveLength(1);
    await pass(1);
    await pass(1); // partysocket waits a moment before its first attempt too
    expect(FakeWebSocket.all).toHaveLength(2);
    FakeWebSocket.last.accept();
    expect(log).toEqual(["open", "down", "open"]);
  });

  test("is asked at once when the page wakes meanwhile, and not again later", async () => {
    const { network } = await connected();
    FakeWebSocket.last.drop(CLOSE.drain);
    network.dispatchEvent(new Event("online"));
    await pass(0);
    FakeWebSocket.last.accept();
    await pass(DRAIN_BASE_MS + DRAIN_SPREAD_MS);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  test("is not asked again by a line that was closed meanwhile", async () => {
    const { transport: line } = await connected();
    FakeWebSocket.last.drop(CLOSE.drain);
    line.close();
    await pass(DRAIN_BASE_MS + DRAIN_SPREAD_MS);
    expect(FakeWebSocket.all).toHaveLength(1);
  });
});

describe("connecting", () => {
  test("the address names party, room, connection id and a fresh ticket", async () => {
    const { log, transport: line } = await connected();
    expect(FakeWebSocket.last.url).toBe("ws://localhost:3000/parties/board/r1?_pk=tab1&ticket=t1");
    expect(log).toEqual(["open"]);
    expect(line.state).toBe("open");
  });

  test("after a lost line it comes back with the same id and another ticket", async () => {
    const { log } = await connected();
    FakeWebSocket.last.drop(1006);
    await pass(RETRY_BASE_MS + RETRY_SPREAD_MS);
    FakeWebSocket.last.accept();
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(FakeWebSocket.last.url).toContain("_pk=tab1&ticket=t2");
    expect(log).toEqual(["open", "down", "open"]);
  });

  test.each([
    [0, RETRY_BASE_MS],
    [0.5, RETRY_BASE_MS + RETRY_SPREAD_MS / 2],
    [1, RETRY_BASE_MS + RETRY_SPREAD_MS],
  ])("the first retry waits by the dice: %d gives %d ms", async (dice, delayMs) => {
    await connected({ random: () => dice });
    FakeWebSocket.last.drop(1006);
    await pass(delayMs - 1);
    expect(FakeWebSocket.all).toHaveLength(1);
    await pass(1);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  test("waits never grow over the maximum", async () => {
    await connected();
    for (let i = 0; i < 12; i += 1) {
      FakeWebSocket.last.drop(1006);
      await pass(MAX_RETRY_MS);
    }
    expect(FakeWebSocket.all).toHaveLength(13);
  });

  test("an explicit reconnect drops the open socket and dials at once", async () => {
    const { log, transport: line } = await connected();
    const first = FakeWebSocket.last;
    line.reconnect();
    await pass(0);
    expect(first.closedWith).toBe(1000);
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(log).toEqual(["open", "down"]);
  });
});

describe("sending", () => {
  test("nothing is queued while there is no line", async () => {
    const { transport: line } = connect();
    expect(line.send("early")).toBe(false);
    await pass(0);
    FakeWebSocket.last.accept();
    expect(line.send("hello")).toBe(true);
    expect(FakeWebSocket.last.sent).toEqual(["hello"]);
  });

  test("binary frames arrive as bytes, text frames as text, pong not at all", async () => {
    const { log } = await connected();
    FakeWebSocket.last.say(Uint8Array.of(1, 2).buffer);
    FakeWebSocket.last.say("{}");
    FakeWebSocket.last.say("pong");
    expect(log).toEqual(["open", Uint8Array.of(1, 2), "{}"]);
    expect(FakeWebSocket.last.binaryType).toBe("arraybuffer");
  });
});

describe("giving up", () => {
  test("whoever hears of it may open the line again at once", async () => {
    const { transport: line } = connect();
    const refused: number[] = [];
    const handlers = {
      onOpen: () => {},
      onFrame: () => {},
      onDown: () => {},
      onRefused: (code: number): void => {
        refused.push(code);
        line.open(handlers);
      },
    };
    line.open(handlers);
    await pass(0);
    FakeWebSocket.last.accept();
    FakeWebSocket.last.drop(CLOSE.replaced);
    await pass(0);
    FakeWebSocket.last.accept();
    expect([refused, line.state]).toEqual([[CLOSE.replaced], "open"]);
  });

  test.each([CLOSE.replaced, CLOSE.badMessage, CLOSE.forbidden, CLOSE.noRoom, CLOSE.version, CLOSE.full])(
    "close code %d ends it",
    async (code) => {
      const { log, transport: line } = await connected();
      FakeWebSocket.last.drop(code);
      await pass(60_000);
      expect(FakeWebSocket.all).toHaveLength(1);
      expect(log).toEqual(["open", code]);
      expect(line.state).toBe("refused");
    },
  );

  test.each([1000, 1006, CLOSE.drain, CLOSE.ticket, CLOSE.helloTimeout, CLOSE.rate, CLOSE.storage, CLOSE.slow])(
    "close code %d does not",
    async (code) => {
      await connected();
      FakeWebSocket.last.drop(code);
      await pass(MAX_RETRY_MS);
      expect(FakeWebSocket.all).toHaveLength(2);
    },
  );

  test.each([
    [401, CLOSE.forbidden],
    [403, CLOSE.forbidden],
    [404, CLOSE.noRoom],
  ])("a ticket refused with %d is a refusal, not a loop", async (status, code) => {
    const query = vi.fn(() => Promise.reject(new TicketRefused(status)));
    const { log } = connect({ query });
    await pass(60_000);
    expect(query).toHaveBeenCalledTimes(1);
    expect(FakeWebSocket.all).toHaveLength(0);
    expect(log).toEqual([code]);
  });

  test("a ticket that cannot be fetched now is asked for again", async () => {
    let failures = 3;
    const { log } = connect({
      query: () => (failures-- > 0 ? Promise.reject(new TypeError("network")) : Promise.resolve({ ticket: "t" })),
    });
    await pass(9_000);
    FakeWebSocket.last.accept();
    expect(log).toEqual(["open"]);
  });

  test("a ticket that never comes does not hold the line up for ever", async () => {
    let asked = 0;
    connect({ query: () => ((asked += 1) === 1 ? new Promise(() => {}) : Promise.resolve({ ticket: "t" })) });
    await pass(TICKET_TIMEOUT_MS + MAX_RETRY_MS);
    expect(FakeWebSocket.all).toHaveLength(1);
  });

  test("close is silent and final", async () => {
    const { log, transport: line } = await connected();
    line.close();
    await pass(60_000);
    expect(log).toEqual(["open"]);
    expect(FakeWebSocket.all).toHaveLength(1);
  });
});

describe("heartbeat", () => {
  test("an idle line that answers stays", async () => {
    await connected();
    for (let i = 0; i < 10; i += 1) {
      await pass(HEARTBEAT_MS);
      FakeWebSocket.last.say("pong");
    }
    expect(FakeWebSocket.all).toHaveLength(1);
    expect(FakeWebSocket.last.sent).toEqual(Array.from({ length: 10 }, () => "ping"));
  });

  test("two silent intervals end a half-open line", async () => {
    const { log } = await connected();
    await pass(3 * HEARTBEAT_MS + 1);
    expect(FakeWebSocket.all).toHaveLength(2);
    expect(log).toEqual(["open", "down"]);
  });
});

describe("waking", () => {
  test("going online while waiting dials at once", async () => {
    const { network } = await connected();
    FakeWebSocket.last.drop(1006);
    await pass(1);
    network.dispatchEvent(new Event("online"));
    await pass(0);
    expect(FakeWebSocket.all).toHaveLength(2);
    await pass(MAX_RETRY_MS);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  test("several signals at once dial once", async () => {
    const { network, page } = await connected();
    FakeWebSocket.last.drop(1006);
    await pass(1);
    network.dispatchEvent(new Event("online"));
    network.dispatchEvent(new Event("pageshow"));
    page.dispatchEvent(new Event("visibilitychange"));
    await pass(0);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  test("a page that becomes visible asks whether the open line lives", async () => {
    const { page } = await connected();
    page.dispatchEvent(new Event("visibilitychange"));
    expect(FakeWebSocket.last.sent).toEqual(["ping"]);
    await pass(PROBE_MS + 1);
    expect(FakeWebSocket.all).toHaveLength(2);
  });

  test("an answered probe leaves the line alone, and a hidden page asks nothing", async () => {
    const { page } = await connected();
    page.dispatchEvent(new Event("visibilitychange"));
    FakeWebSocket.last.say("pong");
    await pass(PROBE_MS);
    page.visibilityState = "hidden";
    page.dispatchEvent(new Event("visibilitychange"));
    expect(FakeWebSocket.all).toHaveLength(1);
    expect(FakeWebSocket.last.sent).toEqual(["ping"]);
  });
});
