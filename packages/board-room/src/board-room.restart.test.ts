import { hashBoard } from "@inkroom/model";
import { CLOSE } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { add, del, move } from "./testing/shapes-for-tests.ts";
import { hello, only, TestRoom } from "./testing/test-room.ts";

test("a restart replays at most the transactions behind the checkpoint and gives the same board", () => {
  const host = new TestRoom({ pushes: { perSecond: 1_000, burst: 1_000 } });
  const ann = host.join("ann");
  for (let n = 1; n <= 130; n++)
    host.push(ann, n, n % 3 === 0 ? [del(`s${n - 1}`)] : n % 5 === 0 ? [move(`s${n - 4}`, n)] : [add(`s${n}`)]);
  const before = hashBoard(host.room.board);
  host.hibernate();
  expect(host.room.replayed).toBe(30);
  expect(hashBoard(host.room.board)).toBe(before);
});

test("a checkpoint writes the touched entries only", () => {
  const host = new TestRoom({ pushes: { perSecond: 1_000, burst: 1_000 } });
  const ann = host.join("ann");
  for (let n = 1; n <= 50; n++) host.push(ann, n, [add(`s${n}`)]);
  const puts = host.bytes.puts;
  for (let n = 51; n <= 100; n++) host.push(ann, n, [move("s1", n)]);
  expect(host.bytes.puts - puts).toBe(2);
  host.hibernate();
  expect(host.room.replayed).toBe(0);
  expect(host.room.board.get("s1")).toMatchObject({ x: 100 });
});

test("a crash right after a checkpoint was due loses nothing: the tail is noted for the next one", () => {
  const host = new TestRoom({ checkpointEvery: 10 });
  const ann = host.join("ann");
  for (let n = 1; n <= 9; n++) host.push(ann, n, [add(`s${n}`)]);
  host.hibernate();
  const [again] = host.connections;
  if (again === undefined) throw new Error("the connection is gone");
  host.push(again, 10, [add("s10")]);
  host.hibernate();
  expect(host.room.replayed).toBe(0);
  expect(host.room.board.size).toBe(10);
});

test("a connection goes on where it was after the room slept: role, number, form and name", () => {
  const host = new TestRoom();
  host.join("ann", { encoding: "text" });
  host.join("bob", { role: "view" });
  host.advance(50);
  host.hibernate();
  const [ann, bob] = host.connections;
  if (ann === undefined || bob === undefined) throw new Error("the connections are gone");
  host.push(ann, 1, [add("s1")], "text");
  host.push(bob, 1, [add("s2")]);
  host.advance(50);
  expect(ann.frames.every((frame) => typeof frame === "string")).toBe(true);
  expect(only(ann.take(), "ops")).toHaveLength(1);
  expect(only(bob.take(), "nack")).toEqual([{ t: "nack", n: 1, code: "forbidden" }]);
  const cat = host.join("cat");
  const messages = cat.take();
  expect(only(messages, "welcome")[0]?.peer).toBe(3);
  expect(only(messages, "peers")[0]?.list.map(([peer, state]) => [peer, state?.name, state?.role])).toEqual([
    [1, "ann", "edit"],
    [2, "bob", "view"],
  ]);
});

test("nothing is lost or doubled when the room sleeps after every message", () => {
  const host = new TestRoom({ checkpointEvery: 7 });
  host.join("ann");
  host.join("bob");
  for (let n = 1; n <= 40; n++) {
    host.hibernate();
    const [ann] = host.connections;
    if (ann === undefined) throw new Error("the connection is gone");
    host.push(ann, n, [add(`s${n}`)]);
    host.advance(20);
    const bob = host.connections[1];
    expect(only(bob?.take() ?? [], "ops").flatMap(({ list }) => list.map(({ seq }) => seq))).toEqual([n]);
  }
  expect(host.room.board.size).toBe(40);
});

test("a close that wakes the room is told to the others", () => {
  const host = new TestRoom();
  host.join("ann");
  host.join("bob");
  host.advance(50);
  const [gone] = host.connections;
  if (gone === undefined) throw new Error("the connection is gone");
  gone.readyState = 3;
  const kept = gone.state;
  host.hibernate();
  host.room.onClose(Object.assign(gone, { state: kept }));
  host.advance(50);
  expect(only(host.connections[0]?.take() ?? [], "peers").flatMap(({ list }) => list)).toEqual([[1, null]]);
});

test("the hello deadline goes on after the room slept", () => {
  const host = new TestRoom();
  host.connect("quiet");
  host.advance(3_000);
  host.hibernate();
  host.advance(1_999);
  expect(host.connections[0]?.closedWith).toBeUndefined();
  host.advance(1);
  expect(host.connections[0]?.closedWith).toBe(CLOSE.helloTimeout);
});

test("who was reading a snapshot when the room was lost is asked to join again", () => {
  const host = new TestRoom({ opsBacklogBytes: 10 });
  const slow = host.connect("slow");
  slow.bufferedAmount = 1_000;
  host.push(host.join("ann"), 1, [add("s1")]);
  host.send(slow, hello("slow"));
  host.hibernate();
  expect(host.connections.map(({ closedWith }) => closedWith)).toEqual([CLOSE.slow, undefined]);
});

test("the epoch of a board stays the same for ever", () => {
  const host = new TestRoom();
  const before = only(host.join("ann").take(), "welcome")[0]?.epoch;
  const puts = host.bytes.puts;
  host.hibernate();
  expect(only(host.join("bob").take(), "welcome")[0]?.epoch).toBe(before);
  expect(host.bytes.puts).toBe(puts);
});
