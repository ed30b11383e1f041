import { expect, test } from "vitest";
import { MAX_NAME_LENGTH } from "./clean-profile.ts";
import { clientIdOf, only, TestRoom } from "./testing/test-room.ts";

function three(limits: ConstructorParameters<typeof TestRoom>[0] = {}) {
  const host = new TestRoom(limits);
  const [ann, bob, cat] = [host.join("ann"), host.join("bob"), host.join("cat")];
  host.advance(50);
  for (const connection of [ann, bob, cat]) connection.take();
  return { host, ann, bob, cat };
}

test("cursors of one tick arrive in one frame, and nobody gets their own", () => {
  const { host, ann, bob, cat } = three();
  host.send(ann, { t: "cursor", at: [0, 0] });
  host.send(ann, { t: "cursor", at: [1, 1] });
  host.send(bob, { t: "cursor", at: [2, 2] });
  host.send(ann, { t: "cursor", at: [3, 3] });
  host.advance(20);
  expect(only(cat.take(), "cursors").map(({ list }) => list)).toEqual([
    [[1, 0, 0]],
    [
      [1, 3, 3],
      [2, 2, 2],
    ],
  ]);
  expect(only(ann.take(), "cursors").map(({ list }) => list)).toEqual([[[2, 2, 2]]]);
  expect(only(bob.take(), "cursors").map(({ list }) => list)).toEqual([[[1, 0, 0]], [[1, 3, 3]]]);
});

test("a cursor that leaves the board is told as such", () => {
  const { host, ann, bob } = three();
  host.send(ann, { t: "cursor", at: [1, 1] });
  host.advance(20);
  host.send(ann, { t: "cursor" });
  host.advance(20);
  expect(only(bob.take(), "cursors").map(({ list }) => list)).toEqual([[[1, 1, 1]], [[1]]]);
});

test("a change of name reaches the others with the server's word on role and number", () => {
  const { host, ann, bob } = three();
  host.send(ann, { t: "me", name: "Ann B", selection: ["s1"] });
  host.advance(20);
  expect(only(bob.take(), "peers")).toEqual([
    {
      t: "peers",
      list: [
        [
          1,
          {
            client: clientIdOf("ann"),
            name: "Ann B",
            color: "red",
            role: "edit",
            selection: ["s1"],
            active: true,
            caret: [],
            laser: false,
            lead: [],
            say: "",
          },
        ],
      ],
    },
  ]);
  expect(only(ann.take(), "peers")).toEqual([]);
});

test("who brings everyone to them is heard by the others and by who comes later; a view link leads nobody", () => {
  const { host, ann, bob } = three();
  const guest = host.join("guest", { role: "view" });
  host.advance(20);
  bob.take();
  host.send(ann, { t: "me", lead: [0, 0, 800, 600] });
  host.send(guest, { t: "me", name: "Gus", lead: [5, 5, 800, 600] });
  host.advance(20);
  const heard = new Map(only(bob.take(), "peers").flatMap(({ list }) => list));
  expect([heard.get(1)?.lead, heard.get(4)?.lead, heard.get(4)?.name]).toEqual([[0, 0, 800, 600], [], "Gus"]);
  const later = new Map(only(host.join("dan").take(), "peers").flatMap(({ list }) => list));
  expect(later.get(1)?.lead).toEqual([0, 0, 800, 600]);
});

test("what one says at the cursor is heard by the others without what cannot be seen, and not from a view link", () => {
  const { host, ann, bob } = three();
  const guest = host.join("guest", { role: "view" });
  host.advance(20);
  bob.take();
  host.send(ann, { t: "me", say: "look \u202Ehere\u0007 \u{1F469}\u200D\u{1F680}" });
  host.send(guest, { t: "me", name: "Gus", say: "spam" });
  host.advance(20);
  const heard = new Map(only(bob.take(), "peers").flatMap(({ list }) => list));
  expect([heard.get(1)?.say, heard.get(4)?.name, heard.get(4)?.say]).toEqual(["look here \u{1F469}\u200D\u{1F680}", "Gus", ""]);
  host.send(ann, { t: "me", say: "" });
  host.advance(20);
  expect(only(bob.take(), "peers")[0]?.list[0]?.[1]?.say).toBe("");
});

test("names are cleaned of what cannot be seen and cut", () => {
  const { host, ann, bob } = three();
  host.send(ann, { t: "me", name: `\u202E a\u200Bb\u0007 ${"x".repeat(50)}`, color: "url(evil)" });
  host.advance(20);
  const state = only(bob.take(), "peers")[0]?.list[0]?.[1];
  expect(state?.name).toBe(`ab ${"x".repeat(MAX_NAME_LENGTH - 3)}`);
  expect(state?.color).toBe("blue");
});

test("who leaves is gone for the others, and the number is free again", () => {
  const { host, ann, bob } = three();
  host.leave(ann);
  host.advance(20);
  expect(only(bob.take(), "peers").flatMap(({ list }) => list)).toEqual([[1, null]]);
  expect(only(host.join("dan").take(), "welcome")[0]?.peer).toBe(1);
});

test("a newcomer hears who is here and where they point", () => {
  const { host, ann } = three();
  host.send(ann, { t: "cursor", at: [5, 6] });
  host.advance(20);
  const messages = host.join("dan").take();
  expect(only(messages, "peers")[0]).toMatchObject({ all: true });
  expect(only(messages, "peers")[0]?.list.map(([peer]) => peer)).toEqual([1, 2, 3]);
  expect(only(messages, "cursors")[0]?.list).toEqual([[1, 5, 6]]);
});

test("drafts go to the others, named once; who came later hears the name again", () => {
  const { host, ann, bob } = three();
  const bytes = new Uint8Array([2, 2]);
  host.send(ann, { t: "draft", id: "d1", off: 1, bytes });
  host.advance(20);
  host.send(ann, { t: "draft", off: 2, bytes });
  host.advance(20);
  const dan = host.join("dan");
  dan.take();
  host.advance(20);
  host.send(ann, { t: "draft", off: 3, bytes });
  host.advance(20);
  expect(only(bob.take(), "drafts").map(({ list }) => list)).toEqual([[[1, 1, bytes, "d1"]], [[1, 2, bytes]], [[1, 3, bytes]]]);
  expect(only(dan.take(), "drafts").map(({ list }) => list)).toEqual([[[1, 3, bytes, "d1"]]]);
  expect(only(ann.take(), "drafts")).toEqual([]);
});

test("a draft without a name, of a stroke nobody named, is dropped", () => {
  const { host, ann, bob } = three();
  host.send(ann, { t: "draft", off: 1, bytes: new Uint8Array([2, 2]) });
  host.advance(20);
  expect(bob.take()).toEqual([]);
});

test("a slow line is spared presence and hears the whole of it when it is faster", () => {
  const { host, ann, bob } = three({ presenceBacklogBytes: 100 });
  bob.bufferedAmount = 200;
  host.send(ann, { t: "cursor", at: [1, 1] });
  host.advance(20);
  host.send(ann, { t: "me", name: "New" });
  host.advance(20);
  expect(bob.take()).toEqual([]);
  bob.bufferedAmount = 0;
  host.send(ann, { t: "cursor", at: [2, 2] });
  host.advance(20);
  const messages = bob.take();
  expect(only(messages, "peers")[0]).toMatchObject({ all: true });
  expect(only(messages, "peers")[0]?.list.map(([, state]) => state?.name)).toEqual(["New", "cat"]);
});

test("a slow line learns who has left as soon as it is faster, also if nothing else happens", () => {
  const { host, ann, bob } = three({ presenceBacklogBytes: 100, sumAfterMs: 1 });
  bob.bufferedAmount = 200;
  host.leave(ann);
  host.advance(100);
  expect(bob.take()).toEqual([]);
  expect(host.timers).toBe(1);
  bob.bufferedAmount = 0;
  host.advance(100);
  const heard = only(bob.take(), "peers");
  expect(heard.map(({ list, all }) => [list.map(([, state]) => state?.name), all])).toEqual([[["cat"], true]]);
  expect(host.timers).toBe(0);
});

test("motion over the rate is dropped and the connection stays", () => {
  const { host, ann, bob } = three({ motion: { perSecond: 10, burst: 5 }, tickMs: 0 });
  for (let i = 0; i < 50; i++) host.send(ann, { t: "cursor", at: [i, i] });
  expect(only(bob.take(), "cursors")).toHaveLength(5);
  expect(ann.closedWith).toBeUndefined();
});

test("presence never touches the log", () => {
  const { host, ann } = three();
  const puts = host.bytes.puts;
  host.send(ann, { t: "cursor", at: [1, 1] });
  host.send(ann, { t: "me", active: false });
  host.send(ann, { t: "draft", id: "d1", off: 0, bytes: new Uint8Array([0, 0]) });
  host.advance(50);
  expect([host.log.rows.length, host.bytes.puts - puts]).toEqual([0, 0]);
});
