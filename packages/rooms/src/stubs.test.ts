// Rooms as other code reaches them: stubs, calls and props.
import { describe, expect, it } from "vitest";
import { getServerByName, RoomNamespace } from "./namespace.ts";
import type { RoomsDoor } from "./namespace.ts";
import { partyOf } from "./route-request.ts";
import { Server } from "./server.ts";
import { createFaultDriver, createMemoryDriver, newTestResponse, RoomBench, testRequest } from "./testing/index.ts";

class Counter extends Server<undefined, { readonly from: number }> {
  from = 0;
  readonly secret = (): string => "field";
  override onStart(props?: { readonly from: number }): void {
    if (props?.from === -1) throw new Error("no start");
    this.from = props?.from ?? 0;
  }
  async add(by: number, into: number[] = []): Promise<{ total: number; into: number[] }> {
    const total = ((await this.ctx.storage.get<number>("total")) ?? this.from) + by;
    await this.ctx.storage.put("total", total);
    into.push(total);
    return { total, into };
  }
  fail(): never {
    throw new RangeError("as asked");
  }
  opaque(): unknown {
    return () => {};
  }
}

function benchOf() {
  const driver = createFaultDriver(createMemoryDriver());
  const bench = new RoomBench<undefined>(Counter, undefined, { driver });
  const door: RoomsDoor = {
    request: (...args) => bench.hosts.request(...args),
    call: (...args) => bench.hosts.call(...args),
    upgrade: () => newTestResponse("upgrade"),
    newResponse: newTestResponse,
    newRequest: (input) => testRequest(String(input)),
    withHeaders: (response) => response,
  };
  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    promise.catch(() => {});
    await bench.clock.settle();
    return promise;
  };
  return { bench, driver, settled, rooms: new RoomNamespace<Counter>("test", door) };
}

describe("a stub", () => {
  it("calls public methods after onStart, with copies of arguments and results", async () => {
    const { rooms, settled } = benchOf();
    const stub = await settled(getServerByName(rooms, "a", { props: { from: 10 } }));
    const mine: number[] = [];
    expect(await settled(stub.add(5, mine))).toEqual({ total: 15, into: [15] });
    expect(mine).toEqual([]);
    expect([stub.name, String(stub.id)]).toEqual(["a", "a"]);
  });

  it("gives props only to the start that it causes", async () => {
    const { rooms, settled } = benchOf();
    await settled(getServerByName(rooms, "a", { props: { from: 1 } }));
    const again = await settled(getServerByName(rooms, "a", { props: { from: 100 } }));
    expect((await settled(again.add(0))).total).toBe(1);
  });

  it("rejects with what the method or onStart threw, and what cannot be copied", async () => {
    const { rooms, settled } = benchOf();
    const stub = rooms.getByName("a");
    await expect(settled(stub.fail())).rejects.toThrow(RangeError);
    await expect(settled(stub.opaque())).resolves.toBeNull(); // the codec of tests drops functions in arrays
    await expect(settled(getServerByName(rooms, "b", { props: { from: -1 } }))).rejects.toThrow("no start");
  });

  it.each(["constructor", "secret", "hasOwnProperty", "nothing", "__proto__"])("does not reach %s", async (method) => {
    const { bench, settled } = benchOf();
    await expect(settled(bench.hosts.call("test", "a", method, []))).rejects.toThrow(TypeError);
  });

  it("rejects a call whose writes could not be committed", async () => {
    const { rooms, driver, settled } = benchOf();
    driver.failCommits = 1;
    await expect(settled(rooms.getByName("a").add(1))).rejects.toThrow("thrown away");
    expect((await settled(rooms.getByName("a").add(1))).total).toBe(1);
  });

  it("rejects calls to a host that stops", async () => {
    const { rooms, bench, settled } = benchOf();
    await settled(bench.hosts.close());
    await expect(rooms.getByName("a").add(1)).rejects.toThrow("Service restart");
  });

  it("is no promise, and keeps a room's name", async () => {
    const { rooms, settled } = benchOf();
    expect(await (rooms.getByName("a") as unknown as Promise<{ name: string }>)).toHaveProperty("name", "a");
    await expect(settled(rooms.getByName("a").setName("b"))).rejects.toThrow(TypeError);
    const id = rooms.idFromName("a");
    expect([rooms.get(id).id.equals(id), id.equals(rooms.idFromName("b"))]).toEqual([true, false]);
  });
});

it.each([
  ["MyRoom", "my-room"],
  ["myRoom", "my-room"],
  ["MY_ROOM", "my-room"],
  ["room", "room"],
  ["my_room_", "my-room"],
])("the binding %s is %s in URLs", (binding, party) => {
  expect(partyOf(binding)).toBe(party);
});
