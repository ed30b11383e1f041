import type { Op } from "@inkroom/model";
import { CLOSE } from "@inkroom/protocol";
import { createReplica, createSession, type Replica } from "@inkroom/sync";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { BoardStore } from "./board-store.ts";
import { OrphanCourier } from "./orphan-courier.ts";
import { TestBrowser } from "./testing/browser-for-tests.ts";
import { SmallRoom } from "./testing/small-room.ts";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

let browser: TestBrowser;
let room: SmallRoom;
beforeEach(() => {
  browser = new TestBrowser();
  room = new SmallRoom();
});
afterEach(() => browser.dispose());

const clock = { now: () => 0, setTimer: () => () => {} };
const add = (id: string): Op => {
  const look = { color: "ink", fill: "none", dash: "solid", size: "m" } as const;
  return {
    op: "add",
    shape: {
      id,
      kind: "rect",
      ...PLAIN_RECT,
      parent: "page",
      index: "a0",
      x: 0,
      y: 0,
      rotation: 0,
      opacity: 1,
      locked: false,
      link: "",
      w: 9,
      h: 9,
      ...look,
    },
  };
};

/** A tab that has drawn these shapes without a line and was closed. */
async function closedTab(...ids: string[]): Promise<BoardStore> {
  const store = await browser.open();
  for (const [i, id] of ids.entries()) await store.outbox.append({ client: store.identity.clientId, n: i + 1, ops: [add(id)] });
  return store;
}

/** A living tab with a courier. */
async function livingTab(secret = "edit-secret"): Promise<{ courier: OrphanCourier; replica: Replica; store: BoardStore }> {
  const store = await browser.open({ secret });
  const profile = { name: "Ann", color: "red" };
  const replica = createReplica({ client: store.identity.clientId, outbox: store.outbox });
  const options = { replica, transport: room.line(), clock, identity: store.identity, profile, encoding: "binary" } as const;
  createSession(options).start();
  await Promise.resolve();
  const courier = new OrphanCourier({ store, replica, secret: () => secret, openLine: () => room.line(), clock, profile });
  return { courier, replica, store };
}

test("what closed tabs left arrives under their names, once, and the board is not fetched for it", async () => {
  const [one, two] = [await closedTab("a", "b"), await closedTab("c")];
  const { courier, replica } = await livingTab();
  for (const tab of [one, two]) tab.close();
  room.log.push({ seq: 1, client: "somebody", n: 1, ts: 0, ops: [add("x")] });
  replica.applyOps(room.log);
  replica.settle("e1", 0);
  await courier.sweep();
  const of = ({ identity }: BoardStore): unknown =>
    room.log.filter(({ client }) => client === identity.clientId).map(({ n, ops }) => [n, ops]);
  expect(of(one)).toEqual([
    [1, [add("a")]],
    [2, [add("b")]],
  ]);
  expect(of(two)).toEqual([[1, [add("c")]]]);
  expect(room.hellos.slice(1).map(({ since }) => since >= 1)).toEqual([true, true]);
  await courier.sweep();
  expect([room.log.length, room.hellos.length, room.lines]).toEqual([4, 3, 1]);
});

test("two sweeps at once are one", async () => {
  const one = await closedTab("a");
  const { courier } = await livingTab();
  one.close();
  await Promise.all([courier.sweep(), courier.sweep()]);
  expect(room.log).toHaveLength(1);
});

test("the work of a tab whose link is of no use any more stays stored, and is tried once", async () => {
  const one = await closedTab("a");
  const { courier } = await livingTab();
  one.close();
  room.refusal = CLOSE.forbidden;
  await courier.sweep();
  await courier.sweep();
  expect(room.hellos).toHaveLength(2);
  browser.crash();
  expect((await browser.open()).restored?.txns).toHaveLength(1);
});

test.each(["is not known", "may only look"])(
  "the work of a tab whose link %s is offered to a tab that came by another link",
  async (what) => {
    const one = await closedTab("a", "b");
    one.close();
    const { courier, store } = await livingTab("other-secret");
    if (what === "may only look") room.role = "view";
    else room.refusal = CLOSE.noRoom;
    await courier.sweep();
    expect(store.kept.items.get().map(({ reason, shapes }) => [reason, ...shapes.map(({ id }) => id)])).toEqual([
      ["forbidden", "a"],
      ["forbidden", "b"],
    ]);
    room.role = "edit";
    room.refusal = undefined;
    await courier.sweep();
    browser.crash();
    expect(room.log).toEqual([]);
    expect((await browser.open()).restored?.txns).toEqual([]);
    expect((await browser.open({ secret: "other-secret" })).kept.items.get()).toHaveLength(2);
  },
);

test("a courier that is stopped on its way lets the next tab go on", async () => {
  const one = await closedTab("a");
  const { courier, store } = await livingTab();
  one.close();
  const opened = Promise.withResolvers<void>();
  const silent = { state: "connecting" as const, open: () => opened.resolve(), send: () => false, close: () => {}, reconnect: () => {} };
  const stuck = new OrphanCourier({
    store,
    replica: createReplica({ client: "nobody00" }),
    secret: () => "edit-secret",
    openLine: () => silent,
    clock,
    profile: { name: "", color: "" },
  });
  const sweep = stuck.sweep();
  await opened.promise;
  stuck.dispose();
  await sweep;
  await courier.sweep();
  expect(room.log).toHaveLength(1);
});
