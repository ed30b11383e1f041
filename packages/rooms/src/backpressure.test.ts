// What a room may have on its way to one connection, and what a connection may have waiting for its room, in bytes.
import { describe, expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import { BACKLOG_HIGH_BYTES, BACKLOG_LOW_BYTES, DEFAULT_MAX_UNSENT_BYTES } from "./limits.ts";
import { Server } from "./server.ts";
import { FakeTransport, RoomBench, type TestClient } from "./testing/index.ts";

const FRAME_BYTES = 10_000;

/** Says more in one hook than anybody can take; notes what it saw. */
class Chatterbox extends Server<string[]> {
  override onMessage(connection: Connection, message: string | ArrayBuffer): void {
    const [verb, count] = String(message).split(" ");
    for (let i = 0; i < Number(count); i++) {
      if (verb === "broadcast") this.broadcast(new Uint8Array(FRAME_BYTES));
      else connection.send(new Uint8Array(FRAME_BYTES));
    }
    this.env.push(`${connection.id}: ${connection.bufferedAmount}, ${connection.readyState}`);
  }

  override onClose(connection: Connection, code: number): void {
    this.env.push(`${connection.id} left with ${code}`);
  }
}

const sentBytes = ({ transport }: TestClient): number => transport.sent.reduce((sum, frame) => sum + frame.length, 0);

describe("what is on its way to a connection", () => {
  it("counts from the call of send, before the output gate lets it out", async () => {
    const notes: string[] = [];
    const bench = new RoomBench<string[]>(Chatterbox, notes);
    const a = await bench.join("room", "a");
    a.message("send 3");
    await bench.clock.settle();
    expect(notes).toEqual([`a: ${3 * FRAME_BYTES}, 1`]);
    expect(sentBytes(a)).toBe(3 * FRAME_BYTES);
    a.message("send 0");
    await bench.clock.settle();
    expect(notes[1]).toBe("a: 0, 1");
  });

  it("is never more than the limit, however much a hook says: then the connection is closed 4503, and the room hears of it", async () => {
    const notes: string[] = [];
    const bench = new RoomBench<string[]>(Chatterbox, notes);
    const [a, b] = [await bench.join("room", "a"), await bench.join("room", "b")];
    a.message("send 10000");
    await bench.clock.settle();
    expect(sentBytes(a)).toBe(Math.floor(DEFAULT_MAX_UNSENT_BYTES / FRAME_BYTES) * FRAME_BYTES);
    expect(a.transport.closed).toEqual({ code: 4503, reason: "Too slow" });
    a.closed(4503, "Too slow");
    b.message("send 1");
    await bench.clock.settle();
    expect(notes.at(-2)).toBe("a left with 4503");
    expect([sentBytes(b), b.transport.closed]).toEqual([FRAME_BYTES, undefined]);
  });

  it("includes what the socket holds, and a broadcast spares whoever has too much without a word to the others", async () => {
    const bench = new RoomBench<string[]>(Chatterbox, [], { maxUnsentBytes: 5 * FRAME_BYTES });
    const [slow, fast] = [await bench.join("room", "slow"), await bench.join("room", "fast")];
    slow.transport.bufferedAmount = 3 * FRAME_BYTES;
    fast.message("broadcast 5");
    await bench.clock.settle();
    expect([sentBytes(slow), slow.transport.closed?.code]).toEqual([2 * FRAME_BYTES, 4503]);
    expect([sentBytes(fast), fast.transport.closed]).toEqual([5 * FRAME_BYTES, undefined]);
  });
});

describe("what waits for a room", () => {
  it("is bounded in bytes: a client that sends large messages is not read until they have been taken", async () => {
    const bench = new RoomBench<string[]>(Chatterbox, []);
    const a = await bench.join("room", "a");
    const size = 200_000;
    const states: boolean[] = [];
    for (let i = 0; i < 6; i++) {
      a.message(new ArrayBuffer(size));
      states.push(a.transport.isPaused);
    }
    expect(states.indexOf(true)).toBe(Math.ceil(BACKLOG_HIGH_BYTES / size) - 1);
    expect(BACKLOG_LOW_BYTES).toBeLessThan(BACKLOG_HIGH_BYTES);
    await bench.clock.settle();
    expect(a.transport.isPaused).toBe(false);
  });

  it("does not go on being read while the connection is still being set up", async () => {
    let enter = (): void => {};
    class Slow extends Chatterbox {
      override onConnect(): Promise<void> {
        return new Promise((resolve) => (enter = resolve));
      }
    }
    const bench = new RoomBench<string[]>(Slow, []);
    const a = await bench.join("room", "a");
    a.message(new ArrayBuffer(BACKLOG_HIGH_BYTES));
    await bench.clock.settle();
    expect(a.transport).toBeInstanceOf(FakeTransport);
    expect(a.transport.isPaused).toBe(true);
    enter();
    await bench.clock.settle();
    expect(a.transport.isPaused).toBe(false);
  });
});
