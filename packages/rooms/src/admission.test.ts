// Who may be in a room besides whom.
import { describe, expect, it } from "vitest";
import { Server } from "./server.ts";
import { RoomBench } from "./testing/index.ts";

class Plain extends Server<undefined> {
  static override options = { hibernate: true };
  override onMessage(): void {
    this.broadcast([...this.getConnections()].map(({ id }) => id).join());
    this.getConnection("a")?.send("found");
  }
}

describe("two connections with one id", () => {
  it("are refused the second one, when the host rejects", async () => {
    const bench = new RoomBench(Plain, undefined, { duplicateId: "reject" });
    const first = await bench.join("room", "a");
    const second = await bench.join("room", "a");
    expect(second.transport.closed).toEqual({ code: 4001, reason: "Duplicate id" });
    second.closed(4001, "");
    first.message("hi");
    await bench.clock.settle();
    expect(first.transport.sent).toEqual(["a", "found"]);
    first.closed(1000, "");
    expect((await bench.join("room", "a")).transport.closed).toBeUndefined();
  });

  it.each(["idle", "always"] as const)("are both heard and told, when the host allows it (hibernate: %s)", async (hibernate) => {
    const bench = new RoomBench(Plain, undefined, { duplicateId: "allow", hibernate });
    const first = await bench.join("room", "a");
    const second = await bench.join("room", "a");
    first.message("hi");
    await bench.clock.settle();
    expect([first.transport.sent, second.transport.sent]).toEqual([["a,a"], ["a,a", "found"]]);
    second.closed(1000, "");
    first.message("hi");
    await bench.clock.settle();
    expect(first.transport.sent.slice(1)).toEqual(["a", "found"]);
  });
});

it("a room with a limit takes no further connection, but one in the place of another", async () => {
  const bench = new RoomBench(Plain, undefined, { maxConnectionsPerRoom: 2 });
  const [first, , third] = [await bench.join("room", "a"), await bench.join("room", "b"), await bench.join("room", "c")];
  expect(third?.transport.closed).toMatchObject({ code: 1013 });
  expect((await bench.join("room", "a")).transport.closed).toBeUndefined();
  expect([first?.transport.closed?.code, bench.hosts.stats().connections]).toEqual([4000, 2]);
  expect((await bench.join("elsewhere", "d")).transport.closed).toBeUndefined();
});
