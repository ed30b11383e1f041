import type { Frame, TransportHandlers } from "@inkroom/sync";
import { expect, test } from "vitest";
import { openAhead } from "./open-ahead.ts";
import { FakeTransport } from "./testing/fake-transport.ts";

function ahead() {
  const transport = new FakeTransport();
  const line = openAhead(transport);
  const log: (string | number | Frame)[] = [];
  const handlers: TransportHandlers = {
    onOpen: () => log.push("open"),
    onFrame: (frame) => log.push(frame),
    onDown: () => log.push("down"),
    onRefused: (code) => log.push(code),
  };
  return { transport, line, log, handlers };
}

const turn = (): Promise<void> => Promise.resolve();

test("it connects before anybody listens, and who then does is told of the open line once", async () => {
  const { transport, line, log, handlers } = ahead();
  expect(transport.opened).toHaveLength(1);
  transport.connect();
  line.open(handlers);
  expect(log).toEqual([]);
  await turn();
  expect(log).toEqual(["open"]);
  transport.far.onFrame("hello");
  transport.far.onDown();
  expect(log).toEqual(["open", "hello", "down"]);
  expect([line.send("x"), transport.sent, transport.opened.length]).toEqual([true, ["x"], 1]);
});

test("only how the line is counts: one that was up and is down is told as down", async () => {
  const { transport, line, log, handlers } = ahead();
  transport.connect();
  transport.far.onDown();
  line.open(handlers);
  await turn();
  expect(log).toEqual(["down"]);
  transport.connect();
  expect(log).toEqual(["down", "open"]);
});

test("a line still under way is told of when it is up; a refusal is told with its code", async () => {
  const first = ahead();
  first.line.open(first.handlers);
  await turn();
  expect(first.log).toEqual([]);
  first.transport.connect();
  expect(first.log).toEqual(["open"]);
  const second = ahead();
  second.transport.far.onRefused(4403);
  second.line.open(second.handlers);
  await turn();
  expect(second.log).toEqual([4403]);
});

test("closed before it is taken over, or right after, it says nothing", async () => {
  const { transport, line, log, handlers } = ahead();
  transport.connect();
  line.open(handlers);
  line.close();
  await turn();
  expect([log, transport.state]).toEqual([[], "closed"]);
});

test("opened once more, and told to reconnect, it is the transport itself", async () => {
  const { transport, line, log, handlers } = ahead();
  line.open(handlers);
  await turn();
  line.open(handlers);
  expect(transport.opened[1]).toBe(handlers);
  line.reconnect();
  expect([transport.reconnects, log]).toEqual([1, []]);
});
