// The store of one board over a real IndexedDB (fake-indexeddb): what survives which end of a tab, and what happens
// when the browser does not give what it should.
import { hashBoard, type LoggedTxn, type Op } from "@inkroom/model";
import { deriveClientId } from "@inkroom/protocol";
import { createReplica, type Replica } from "@inkroom/sync";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createMemoryStore } from "../host/key-value-store.ts";
import type { BoardStore } from "./board-store.ts";
import { DATABASE_VERSION } from "./database.ts";
import { forgetBoard, MAX_COPIES } from "./forget-board.ts";
import { renewIdentities } from "./renew-identities.ts";
import { TestBrowser } from "./testing/browser-for-tests.ts";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

let browser: TestBrowser;
beforeEach(() => {
  browser = new TestBrowser();
});
afterEach(() => browser.dispose());

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
const paint = (id: string, color: string): Op => ({ op: "set", id, props: { color } });

function replicaOf({ identity, outbox, restored, base }: BoardStore): Replica {
  return createReplica({ client: identity.clientId, outbox, restored, base });
}

/** Commits and waits until it is stored. */
async function commit(replica: Replica, ...ops: Op[]): Promise<number> {
  const n = replica.commit(ops);
  const stored = Promise.withResolvers<void>();
  const look = (): void => {
    if (replica.pending.find(({ txn }) => txn.n === n)?.isStored) stored.resolve();
  };
  const stop = replica.onSendable(look);
  look();
  await stored.promise;
  stop();
  return n;
}

function logged(seq: number, client: string, n: number, ...ops: Op[]): LoggedTxn {
  return { seq, client, n, ts: seq, ops };
}

/** A room that answers with one board: `count` shapes of somebody else. */
function fill(replica: Replica, count: number): void {
  replica.applyOps(Array.from({ length: count }, (_, i) => logged(i + 1, "somebody", i + 1, add(`s${i}`))));
  replica.settle("e1", 0);
}

describe("own work", () => {
  test("is stored before it may be sent, and the next tab after a crash has all of it", async () => {
    const first = replicaOf(await browser.open());
    first.commit([add("a")]);
    expect(first.pending.map(({ isStored }) => isStored)).toEqual([false]);
    await commit(first, paint("a", "red"));
    expect(browser.rowsPut()).toEqual({ outbox: 2, identities: 2 });
    browser.crash();
    const store = await browser.open();
    const second = replicaOf(store);
    expect(second.client).toBe(first.client);
    expect(store.identity.clientId).toBe(deriveClientId(store.identity.proof));
    expect(second.pending.map(({ txn }) => txn)).toEqual(first.pending.map(({ txn }) => txn));
    expect([hashBoard(second.view), second.nextN]).toEqual([hashBoard(first.view), 3]);
  });

  test("is held when it was acknowledged, forgotten when it was refused, and numbered on", async () => {
    const first = replicaOf(await browser.open());
    for (const id of ["a", "b", "c"]) await commit(first, add(id));
    first.applyOps([logged(1, first.client, 1, add("a"))]);
    first.refuse(2, "room_full");
    await commit(first, add("d"));
    browser.crash();
    const second = replicaOf(await browser.open());
    expect(second.held).toEqual([logged(1, first.client, 1, add("a"))]);
    expect([second.pending.map(({ txn }) => txn.n), second.nextN]).toEqual([[3, 4], 5]);
  });

  test("keeps its numbers also when everything has been answered and let go", async () => {
    const store = await browser.open();
    await store.outbox.append({ client: store.identity.clientId, n: 7, ops: [add("a")] });
    await store.outbox.remove([7]);
    browser.crash();
    expect((await browser.open()).restored).toEqual({ nextN: 8, txns: [], held: [] });
  });

  test("of a link is not sent by another link", async () => {
    await commit(replicaOf(await browser.open()), add("a"));
    browser.crash();
    const viewer = await browser.open({ secret: "view-secret" });
    expect(viewer.restored).toBeUndefined();
    expect((await browser.open()).restored?.txns).toHaveLength(1);
  });

  test("goes on by the new link where the board's links were made anew, that of other tabs too", async () => {
    const [left, other, own] = [await browser.open(), await browser.open({ secret: "other-secret" }), await browser.open()];
    for (const store of [left, other, own]) await commit(replicaOf(store), add("a"));
    await own.takeKey("new-secret", (database, board) => renewIdentities(database, board, { from: "edit-secret", to: "new-secret" }));
    await own.outbox.append({ client: own.identity.clientId, n: 2, ops: [add("b")] });
    browser.crash();
    const tabs = [await browser.open({ secret: "new-secret" }), await browser.open({ secret: "new-secret" })];
    const clients = tabs.map(({ identity }) => identity.clientId);
    expect(new Set(clients)).toEqual(new Set([left, own].map(({ identity }) => identity.clientId)));
    expect(new Set(tabs.map(({ restored }) => restored?.txns.length))).toEqual(new Set([1, 2]));
    expect((await browser.open({ secret: "other-secret" })).identity.clientId).toBe(other.identity.clientId);
  });

  test("of one board is not seen on another", async () => {
    await commit(replicaOf(await browser.open()), add("a"));
    browser.crash();
    expect((await browser.open({ board: "board-2" })).restored).toBeUndefined();
    expect((await browser.open({ board: "board-" })).restored).toBeUndefined();
  });
});

describe("the base", () => {
  test("opens as it was, with the time at which it was the newest", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    const copy = store.copyBase(replica);
    fill(replica, 30);
    browser.nowMs = 5_000;
    copy?.seenNow();
    expect(await copy?.flush()).toBe(30);
    browser.crash();
    const again = await browser.open();
    expect(again.base).toMatchObject({ epoch: "e1", seq: 30, tip: "somebody.30", at: 5_000 });
    expect(hashBoard(replicaOf(again).view)).toBe(hashBoard(replica.view));
  });

  test("is kept up by the touched entries alone", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    const copy = store.copyBase(replica);
    fill(replica, 500);
    await copy?.flush();
    browser.rowsPut();
    replica.applyOps([
      logged(501, "somebody", 501, paint("s3", "red")),
      logged(502, "somebody", 502, paint("s3", "blue"), paint("s4", "red")),
    ]);
    expect(await copy?.flush()).toBe(2);
    expect(browser.rowsPut()).toEqual({ entries: 2, bases: 1 });
    expect(await copy?.flush()).toBe(0);
    browser.crash();
    expect(hashBoard(replicaOf(await browser.open()).view)).toBe(hashBoard(replica.view));
  });

  test("is written whole in few rows, and what was edited since is newer than they are", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    const copy = store.copyBase(replica);
    fill(replica, 5_000);
    browser.rowsPut();
    expect(await copy?.flush()).toBe(5_000);
    const { entries = 0, bases } = browser.rowsPut();
    expect([entries > 1, entries < 10, bases]).toEqual([true, true, 1]);
    replica.applyOps([logged(5_001, "somebody", 5_001, paint("s3", "red"), { op: "del", ids: ["s4"] })]);
    await copy?.flush();
    expect(browser.rowsPut()).toEqual({ entries: 2, bases: 1 });
    browser.crash();
    const again = replicaOf(await browser.open());
    expect([again.seq, hashBoard(again.view)]).toEqual([5_001, hashBoard(replica.view)]);
  });

  test("is encoded a little at a time while the page is busy, and at once when it goes", async () => {
    const timers: (() => void)[] = [];
    const turns: ((hasTime: () => boolean) => void)[] = [];
    const store = await browser.open({
      setTimer: (_ms, fn) => (timers.push(fn), () => {}),
      idle: () => new Promise((resolve) => turns.push(resolve)),
    });
    const replica = replicaOf(store);
    const copy = store.copyBase(replica);
    fill(replica, 100);
    browser.rowsPut();
    timers.at(-1)?.();
    const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));
    for (let turn = 0; turn < 3; turn += 1) {
      await settle();
      expect([turns.length, browser.rowsPut()]).toEqual([turn + 1, {}]);
      if (turn < 2) turns[turn]?.(() => false);
    }
    replica.applyOps([logged(101, "somebody", 101, add("late"))]);
    const leaving = copy?.flush();
    turns[2]?.(() => false);
    expect(await leaving).toBe(1);
    expect(turns).toHaveLength(3);
    browser.crash();
    const again = replicaOf(await browser.open());
    expect([again.seq, hashBoard(again.view)]).toEqual([101, hashBoard(replica.view)]);
  });

  test("is as the board was when it began to be written whole, whatever comes meanwhile, and then what came", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    const copy = store.copyBase(replica);
    fill(replica, 5_000);
    const writing = copy?.flush();
    for (let i = 0; i < 50; i += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      replica.applyOps([logged(replica.seq + 1, "somebody", replica.seq + 1, paint(`s${4_999 - i}`, "red"))]);
    }
    expect(await writing).toBe(5_000);
    await copy?.flush();
    browser.crash();
    expect(hashBoard(replicaOf(await browser.open()).view)).toBe(hashBoard(replica.view));
  });

  test("is shared by tabs: the one that is ahead writes, the others find it done", async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    const [a, b] = [replicaOf(one), replicaOf(two)];
    const [copyA, copyB] = [one.copyBase(a), two.copyBase(b)];
    fill(a, 20);
    fill(b, 20);
    expect([await copyA?.flush(), await copyB?.flush()]).toEqual([20, 0]);
    const next = logged(21, "somebody", 21, paint("s1", "red"));
    b.applyOps([next]);
    expect(await copyB?.flush()).toBe(1);
    // A is behind, then at the same place, then ahead again: what it missed to write is not missing.
    expect(await copyA?.flush()).toBe(0);
    a.applyOps([next]);
    a.applyOps([logged(22, "somebody", 22, paint("s2", "red"))]);
    expect(await copyA?.flush()).toBe(1);
    browser.crash();
    expect(hashBoard(replicaOf(await browser.open()).view)).toBe(hashBoard(a.view));
  });

  test("of another history replaces the old one", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    const copy = store.copyBase(replica);
    fill(replica, 20);
    await copy?.flush();
    replica.reset(createReplica({ client: "nobody00" }).base as never, { epoch: "e2", seq: 0, lastN: 0 });
    await copy?.flush();
    browser.crash();
    expect((await browser.open()).base).toMatchObject({ epoch: "e2", seq: 0, board: { entryCount: 0 } });
  });

  test("that is written while the page goes on is of one moment", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    const copy = store.copyBase(replica);
    fill(replica, 10);
    const writing = copy?.flush();
    replica.applyOps([logged(11, "somebody", 11, add("late"))]);
    await writing;
    browser.crash();
    const { base } = await browser.open();
    expect(base?.board.entryCount).toBe(base?.seq);
  });
});

describe("several tabs of one person", () => {
  test("are different people to the room, and none takes another's place", async () => {
    const tabs = [await browser.open(), await browser.open(), await browser.open()];
    expect(new Set(tabs.map(({ identity }) => identity.clientId)).size).toBe(3);
  });

  test("that are closed are continued, those with work first", async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    browser.nowMs += 1;
    await commit(replicaOf(one), add("a"));
    const other = replicaOf(two);
    await commit(other, add("b"));
    other.applyOps([logged(1, other.client, 1, add("b"))]);
    await two.outbox.remove([]);
    two.close();
    one.close();
    const again = [await browser.open(), await browser.open(), await browser.open()];
    expect(again.map(({ identity }) => identity.clientId).slice(0, 2)).toEqual([one.identity.clientId, two.identity.clientId]);
  });

  test("that are reloaded without a line each find their own work again, whatever the other has", async () => {
    const [tabA, tabB] = [createMemoryStore(), createMemoryStore()];
    const one = await browser.open({ tab: tabA });
    browser.nowMs += 1;
    const two = await browser.open({ tab: tabB });
    await commit(replicaOf(one), add("a"));
    await commit(replicaOf(two), add("b"));
    two.close();
    one.close();
    const again = [await browser.open({ tab: tabA }), await browser.open({ tab: tabB })];
    expect(again.map(({ restored }) => restored?.txns.map(({ ops }) => ops))).toEqual([[[add("a")]], [[add("b")]]]);
    // A duplicated tab remembers the same one, which is taken.
    const copy = await browser.open({ tab: tabA });
    expect(again.map(({ identity }) => identity.clientId)).not.toContain(copy.identity.clientId);
  });

  test("leave orphans that one living tab gets, once, and those of living tabs it does not", async () => {
    const [one, two, three] = [await browser.open(), await browser.open(), await browser.open()];
    await commit(replicaOf(two), add("b"));
    await commit(replicaOf(three), add("c"));
    two.close();
    const found: string[] = [];
    for await (const orphan of one.orphans(undefined)) {
      found.push(orphan.identity.clientId);
      expect(orphan.content.txns.map(({ ops }) => ops)).toEqual([[add("b")]]);
      for await (const twice of three.orphans(undefined)) found.push(twice.identity.clientId);
      orphan.release();
    }
    expect(found).toEqual([two.identity.clientId]);
  });

  test("whose work is all acknowledged are orphans only when the room has begun another history", async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    const replica = replicaOf(two);
    await commit(replica, add("b"));
    two.settledWith("e1");
    await two.outbox.confirm([logged(1, replica.client, 1, add("b"))]);
    two.close();
    const orphansAt = async (epoch: string): Promise<number> => {
      let count = 0;
      for await (const orphan of one.orphans(epoch)) {
        count += orphan.content.held.length;
        orphan.release();
      }
      return count;
    };
    expect([await orphansAt("e1"), await orphansAt("e2")]).toEqual([0, 1]);
  });
});

describe("a browser that does not give what it should", () => {
  test("no storage at all: the board works in memory and says so", async () => {
    Object.assign(globalThis.indexedDB, {
      open: () => {
        throw new DOMException("not here", "SecurityError");
      },
    });
    const store = await browser.open();
    expect([store.trouble.get(), store.restored, store.base]).toEqual(["denied", undefined, undefined]);
    const replica = replicaOf(store);
    await commit(replica, add("a"));
    expect(replica.view.size).toBe(1);
  });

  test("no locks: the same, rather than two tabs that are one person", async () => {
    expect((await browser.open({ locks: undefined })).trouble.get()).toBe("unlocked");
  });

  test("a full disk: what was stored stays, new work is sent all the same, copies of boards make way first", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    const copy = store.copyBase(replica);
    fill(replica, 5);
    await copy?.flush();
    await commit(replica, add("a"));
    const mend = browser.failPuts("QuotaExceededError", ["outbox"]);
    await commit(replica, add("b"));
    expect(store.trouble.get()).toBe("full");
    mend();
    browser.crash();
    const again = await browser.open();
    expect(again.restored?.txns).toMatchObject([{ n: 1 }]);
    expect(again.base).toBeUndefined();
  });

  test("a disk that is full but for what copies of boards take: nothing is lost", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    fill(replica, 5);
    await store.copyBase(replica)?.flush();
    let failures = 1;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === "outbox" && failures > 0) {
        failures -= 1;
        throw new DOMException("full", "QuotaExceededError");
      }
      return put.apply(this, args);
    };
    await commit(replica, add("a"));
    expect(store.trouble.get()).toBeUndefined();
    browser.crash();
    expect((await browser.open()).restored?.txns).toHaveLength(1);
  });

  test("a write that is aborted: told as broken, the work goes on", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    browser.failPuts("AbortError", ["identities"]);
    await commit(replica, add("a"));
    expect([store.trouble.get(), replica.view.size]).toEqual(["broken", 1]);
  });

  test("a database of a newer version is left alone", async () => {
    (await openDB("inkroom", DATABASE_VERSION + 1)).close();
    const store = await browser.open();
    expect(store.trouble.get()).toBe("newer");
    const still = await openDB("inkroom", DATABASE_VERSION + 1);
    expect(still.version).toBe(DATABASE_VERSION + 1);
    still.close();
  });

  test("a newer page that wants to change the tables may, and this one goes on in memory", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    await commit(replica, add("a"));
    (await openDB("inkroom", DATABASE_VERSION + 1)).close();
    expect(store.trouble.get()).toBe("newer");
    await commit(replica, add("b"));
    expect(replica.view.size).toBe(2);
  });

  test("a database that is deleted under an open board is not called a newer version", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    await deleteDB("inkroom");
    expect(store.trouble.get()).toBe("broken");
    await commit(replica, add("a"));
    expect(replica.view.size).toBe(1);
  });

  test("an opening that is blocked by another tab: the board does not wait for ever", async () => {
    // An old page that holds the database in a lower version and does not let go.
    const request = indexedDB.open("inkroom", 1);
    await new Promise((resolve) => (request.onsuccess = resolve));
    request.result.onversionchange = () => {};
    indexedDB.open("inkroom", 2);
    const store = await browser.open({ setTimer: (_, fn) => (queueMicrotask(fn), () => {}) });
    expect(store.trouble.get()).toBe("blocked");
    request.result.close();
  });

  test("a database that does not open is left as it is, and another one is begun", async () => {
    const open = indexedDB.open.bind(indexedDB);
    const opened: string[] = [];
    Object.assign(indexedDB, {
      open: (name: string, version?: number) => {
        opened.push(name);
        if (name === "inkroom") throw new DOMException("internal error", "UnknownError");
        return open(name, version);
      },
      deleteDatabase: () => {
        throw new Error("nothing may be deleted");
      },
    });
    const store = await browser.open();
    expect(store.trouble.get()).toBeUndefined();
    await commit(replicaOf(store), add("a"));
    browser.crash();
    expect((await browser.open()).restored?.txns).toHaveLength(1);
    expect(new Set(opened).size).toBe(2);
    expect(opened.at(-1)).toBe(opened.at(1));
  });

  test("an outbox that cannot be read is set aside, and the tab becomes somebody new", async () => {
    const store = await browser.open();
    const { clientId } = store.identity;
    await commit(replicaOf(store), add("a"));
    store.close();
    const body = Uint8Array.of(99, 1, 2);
    await withDatabase((database) => database.put("outbox", { body }, ["board-1", clientId, 1]));
    const again = await browser.open();
    expect([again.identity.clientId === clientId, again.trouble.get()]).toEqual([false, undefined]);
    const aside = await withDatabase((database) => database.getAll("aside"));
    expect(aside).toMatchObject([{ table: "outbox", key: ["board-1", clientId, 1], row: { body } }, { table: "identities" }]);
  });

  test("a base that cannot be read is not shown, and written anew", async () => {
    const store = await browser.open();
    const replica = replicaOf(store);
    fill(replica, 3);
    await store.copyBase(replica)?.flush();
    await commit(replica, add("mine"));
    store.close();
    await withDatabase((database) => database.put("entries", Uint8Array.of(99), ["board-1", "s1"]));
    const again = await browser.open();
    expect([again.base, again.restored?.txns.length, again.trouble.get()]).toEqual([undefined, 1, undefined]);
    const anew = replicaOf(again);
    const copy = again.copyBase(anew);
    fill(anew, 3);
    expect(await copy?.flush()).toBe(3);
  });
});

describe("work that found no place", () => {
  test("is there after a reload until it is thrown away", async () => {
    const store = await browser.open();
    store.kept.add({ reason: "room_full", ops: [add("a")], shapes: [] });
    store.kept.add({ reason: "deleted", ops: [], shapes: [] });
    expect(await withDatabase((database) => database.count("kept"))).toBe(2);
    store.close();
    const again = await browser.open();
    expect(again.kept.items.get()).toMatchObject([{ reason: "room_full", ops: [add("a")] }, { reason: "deleted" }]);
    again.kept.remove(again.kept.items.get().map(({ key }) => key));
    expect(await withDatabase((database) => database.count("kept"))).toBe(0);
  });
});

describe("a page that did not come over https", () => {
  beforeEach(() => void vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) }));
  afterEach(() => void vi.unstubAllGlobals());

  test("sets work aside all the same, as long as it is open", async () => {
    const store = await browser.open({ locks: undefined });
    store.kept.add({ reason: "room_full", ops: [add("a")], shapes: [] });
    store.kept.add({ reason: "room_full", ops: [add("b")], shapes: [] });
    const [first, second] = store.kept.items.get();
    store.kept.remove([first?.key ?? ""]);
    expect(store.kept.items.get()).toEqual([second]);
    expect(store.trouble.get()).toBe("unlocked");
  });

  test("begins another database where one does not open, if it can tell its tabs apart", async () => {
    const open = indexedDB.open.bind(indexedDB);
    const opened: string[] = [];
    indexedDB.open = (name, version) => {
      opened.push(name);
      if (name === "inkroom") throw new DOMException("internal error", "UnknownError");
      return open(name, version);
    };
    const store = await browser.open();
    expect(store.trouble.get()).toBeUndefined();
    expect(new Set(opened).size).toBe(2);
  });
});

describe("a board that is forgotten", () => {
  test("leaves nothing but work that its room does not have", async () => {
    const [one, two] = [await browser.open(), await browser.open()];
    const [a, b] = [replicaOf(one), replicaOf(two)];
    fill(a, 3);
    await one.copyBase(a)?.flush();
    await commit(a, add("a"));
    await commit(b, add("b"));
    await two.outbox.confirm([logged(4, b.client, 1, add("b"))]);
    one.kept.add({ reason: "deleted", ops: [], shapes: [] });
    const other = await browser.open({ board: "board-2" });
    await commit(replicaOf(other), add("c"));
    for (const store of [one, two, other]) store.close();
    await forgetBoard("board-1", browser.names);
    const left = await withDatabase(async (database) => {
      const tables = ["bases", "entries", "kept", "outbox", "identities"];
      return Promise.all(tables.map((table) => database.count(table)));
    });
    expect(left).toEqual([0, 0, 0, 2, 2]);
    expect((await browser.open()).restored?.txns.map(({ ops }) => ops)).toEqual([[add("a")]]);
  });

  test("for being the one that was not opened for longest loses its copy alone", async () => {
    for (let i = 0; i <= MAX_COPIES; i += 1) {
      browser.nowMs += 1;
      const store = await browser.open({ board: `board-${i}` });
      const replica = replicaOf(store);
      fill(replica, 1);
      await store.copyBase(replica)?.flush();
      if (i === 0) await commit(replica, add("mine"));
      store.close();
    }
    const another = await browser.open({ board: "another" });
    // The code that tidies up is fetched when there is time for it.
    await expect.poll(() => withDatabase((database) => database.count("bases"))).toBe(MAX_COPIES);
    another.close();
    const oldest = await browser.open({ board: "board-0" });
    expect([oldest.base, oldest.restored?.txns.length]).toEqual([undefined, 1]);
    expect((await browser.open({ board: "board-1" })).base).toMatchObject({ seq: 1 });
  });
});

/** Looks into the database or spoils it. */
async function withDatabase<T>(use: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const database = await openDB("inkroom", DATABASE_VERSION);
  try {
    return await use(database);
  } finally {
    database.close();
  }
}
