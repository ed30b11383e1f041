// A large board that can be shown before it is in memory.
import { applyTxn, type Board, boardFromEntries, type Entry, hashBoard } from "@inkroom/model";
import type { Encoding, ServerMessage } from "@inkroom/protocol";
import { expect, test } from "vitest";
import type { RoomLimits } from "./limits.ts";
import { add, move, stroke } from "./testing/shapes-for-tests.ts";
import type { TestConnection } from "./testing/test-connection.ts";
import { hello, only, TestRoom } from "./testing/test-room.ts";

const FAST = { perSecond: 100_000, burst: 100_000 };
const SHAPES = 60;
const AT_REST_MS = 60_000;
/** So many points that a part holds a few strokes. */
const POINTS = Array.from({ length: 1_500 }, (_, i) => ({ x: (i % 2) * 90, y: (i % 7) * 4_000 }));

/** A board of 60 strokes in a row, 9,000 page units apart, that somebody has left; `n` is Ann's last number. */
function largeBoard(limits: Partial<RoomLimits> = {}): { readonly host: TestRoom; readonly n: number } {
  const host = new TestRoom({ pushes: FAST, frames: FAST, keptPartsFrom: 20, keptPartsEvery: 10, checkpointEvery: 5, ...limits });
  const ann = host.join("ann");
  for (let n = 1; n <= SHAPES; n += 1)
    host.push(ann, n, [{ op: "add", shape: { ...stroke(`s${n}`, POINTS), x: ((n * 37) % SHAPES) * 9_000 } }]);
  host.advance(1_000);
  host.leave(ann);
  host.advance(AT_REST_MS);
  return { host, n: SHAPES };
}

/** The board that a newcomer has after these messages, and the seq it is of. */
function boardOf(messages: readonly ServerMessage[]): { readonly board: Board; readonly seq: number } {
  const snaps = only(messages, "snap");
  // reason: the type of messages is inferred from their schemas.
  const board = boardFromEntries(snaps.flatMap(({ entries }) => entries as unknown as Entry[]));
  let seq = snaps[0]?.upto ?? 0;
  for (const { list } of only(messages, "ops"))
    for (const txn of list as unknown as (Parameters<typeof applyTxn>[1] & { readonly seq: number })[]) {
      applyTxn(board, txn);
      ({ seq } = txn);
    }
  return { board, seq };
}

/** Wakes the room and counts the entry rows that it reads. */
function wake(host: TestRoom): { readonly rowsRead: () => number } {
  let rows = 0;
  const list = host.bytes.list.bind(host.bytes);
  host.bytes.list = (options) => {
    const found = list(options);
    rows += found.length;
    return found;
  };
  host.hibernate();
  return { rowsRead: () => rows };
}

const partKeys = (host: TestRoom): string[] => [...host.bytes.rows.keys()].filter((key) => key.startsWith("part")).toSorted();

function visitor(host: TestRoom, name: string, near: readonly [number, number], encoding?: Encoding): TestConnection {
  const connection = host.connect(name);
  host.send(connection, hello(name, { near: [...near] }), encoding);
  return connection;
}

test("a newcomer to a sleeping board has all of it before a row of it is read, what is looked at first", () => {
  const { host } = largeBoard();
  expect(partKeys(host).length).toBeGreaterThan(5);
  const { rowsRead } = wake(host);
  const bob = visitor(host, "bob", [30 * 9_000, 0]);
  host.advance(250);
  const messages = bob.take();
  expect(rowsRead()).toBe(0);
  const first = only(messages, "snap")[0]?.entries.map((entry) => (entry.state === "live" ? entry.shape.x / 9_000 : undefined));
  expect(first).toContain(30);
  const { board, seq } = boardOf(messages);
  expect([hashBoard(board), seq]).toEqual([hashBoard(host.room.board), SHAPES]);
});

test("the board comes into memory by itself, and then what is written, and its hash, are as ever", () => {
  const { host, n } = largeBoard();
  const { rowsRead } = wake(host);
  const ann = host.join("ann");
  const bob = host.join("bob");
  host.advance(AT_REST_MS);
  expect(rowsRead()).toBe(SHAPES);
  host.push(ann, n + 1, [move("s1", 5)]);
  host.advance(5_000);
  const messages = bob.take();
  const { board, seq } = boardOf(messages);
  expect([hashBoard(board), seq]).toEqual([hashBoard(host.room.board), n + 1]);
  expect(only(messages, "sum").at(-1)).toEqual({ t: "sum", seq: n + 1, hash: hashBoard(board) });
  expect(host.timers).toBe(0);
});

test("whoever writes before it is in memory has it read at once, and loses nothing", () => {
  const { host, n } = largeBoard();
  const { rowsRead } = wake(host);
  const ann = host.join("ann");
  expect(rowsRead()).toBe(0);
  host.push(ann, n + 1, [move("s1", 77), add("new")]);
  expect(rowsRead()).toBe(SHAPES);
  host.advance(1_000);
  expect(only(ann.take(), "ack")).toEqual([{ t: "ack", n: n + 1, seq: n + 1 }]);
  expect(host.room.board.get("s1")?.x).toBe(77);
});

test.each<Encoding>(["binary", "text"])("what was written since the parts were comes behind them, in %s", (encoding) => {
  const { host, n } = largeBoard();
  const upto = only(host.join("early").take(), "welcome")[0]?.head;
  const ann = host.join("ann");
  for (let i = 1; i <= 5; i += 1) host.push(ann, n + i, [move(`s${i}`, i), { op: "del", ids: [`s${i + 20}`] }]);
  host.advance(1_000);
  const { rowsRead } = wake(host);
  const bob = visitor(host, "bob", [0, 0], encoding);
  host.advance(250);
  const messages = bob.take();
  expect(rowsRead()).toBe(0);
  expect(only(messages, "snap")[0]?.upto).toBe(upto);
  const { board, seq } = boardOf(messages);
  expect([hashBoard(board), seq, board.size]).toEqual([hashBoard(host.room.board), n + 5, SHAPES - 5]);
});

test("they are made anew when enough has been written and nobody writes any more, and a smaller board leaves no rest of them", () => {
  const { host, n } = largeBoard();
  const before = partKeys(host).length;
  const ann = host.join("ann");
  host.advance(1_000);
  for (let i = 1; i <= 30; i += 1) host.push(ann, n + i, [{ op: "del", ids: [`s${i}`] }]);
  const written = host.bytes.puts;
  host.push(ann, n + 31, [move("s60", 1)]);
  host.advance(4_000);
  // Only checkpoints so far.
  expect(host.bytes.get("parts")).toBeDefined();
  expect(host.bytes.puts - written).toBeLessThan(5);
  host.advance(AT_REST_MS);
  expect(partKeys(host).length).toBeLessThan(before);
  wake(host);
  const { board, seq } = boardOf(taken(host, "bob"));
  expect([board.size, seq]).toEqual([30, n + 31]);
});

function taken(host: TestRoom, name: string): readonly ServerMessage[] {
  const connection = host.join(name);
  host.advance(250);
  return connection.take();
}

test("nobody's parts change under them: they are written when all who read them are done", () => {
  const { host, n } = largeBoard({ opsBacklogBytes: 60_000 });
  wake(host);
  const slow = host.connect("slow");
  slow.bufferedAmount = 40_000;
  host.send(slow, hello("slow"));
  const ann = host.join("ann");
  for (let i = 1; i <= 12; i += 1) host.push(ann, n + i, [move(`s${i}`, i)]);
  const list = host.bytes.get("parts");
  for (let i = 0; i < 9; i += 1) {
    host.advance(1_000);
    expect(host.bytes.get("parts")).toEqual(list);
  }
  slow.bufferedAmount = 0;
  host.advance(10_000);
  const { board, seq } = boardOf(slow.take());
  expect([hashBoard(board), seq]).toEqual([hashBoard(host.room.board), n + 12]);
  host.advance(AT_REST_MS);
  expect(host.bytes.get("parts")).not.toEqual(list);
});

test("a room that ends while it writes them has none, and makes them in its next life", () => {
  const host = new TestRoom({ pushes: FAST, frames: FAST, keptPartsFrom: 20 });
  const ann = host.join("ann");
  for (let n = 1; n <= SHAPES; n += 1) host.push(ann, n, [{ op: "add", shape: { ...stroke(`s${n}`, POINTS), x: n * 9_000 } }]);
  host.advance(10_010);
  expect([partKeys(host).length > 0, host.bytes.get("parts")]).toEqual([true, undefined]);
  const { rowsRead } = wake(host);
  expect(rowsRead()).toBeGreaterThan(0);
  host.advance(AT_REST_MS);
  expect(host.bytes.get("parts")).toBeDefined();
});

test("parts of another history, of another version of the frames, or newer than the log are not used", () => {
  const spoil = [
    (host: TestRoom) =>
      host.bytes.put(
        "meta/epoch",
        Uint8Array.from("epoch-2", (char) => char.charCodeAt(0)),
      ),
    (host: TestRoom) => void host.log.rows.pop(),
    (host: TestRoom) => {
      const list = host.bytes.get("parts") ?? new Uint8Array();
      // Form of the body, list of four, and then the version.
      host.bytes.put("parts", list.with(2, 99));
    },
  ];
  for (const each of spoil) {
    const { host } = largeBoard({ checkpointEvery: 1_000 });
    each(host);
    wake(host);
    const messages = taken(host, "bob");
    expect(hashBoard(boardOf(messages).board)).toBe(hashBoard(host.room.board));
    expect(only(messages, "snap")[0]?.entries.length).toBeGreaterThan(0);
    expect(host.room.replayed).toBe(host.log.head());
  }
});

test("a board that is said to be another than the room's is given from memory, and the parts on the disk to nobody again", () => {
  const { host } = largeBoard();
  wake(host);
  const bob = host.connect("bob");
  host.send(bob, hello("bob", { differs: true }));
  expect(host.bytes.get("parts")).toBeUndefined();
  host.advance(250);
  expect(hashBoard(boardOf(bob.take()).board)).toBe(hashBoard(host.room.board));
  host.advance(AT_REST_MS);
  expect(host.bytes.get("parts")).toBeDefined();
});

test("a full disk keeps none, and nobody hears of it", () => {
  const host = new TestRoom({ pushes: FAST, frames: FAST, keptPartsFrom: 20, checkpointEvery: 1_000 });
  const ann = host.join("ann");
  for (let n = 1; n <= SHAPES; n += 1) host.push(ann, n, [add(`s${n}`)]);
  host.advance(3_000);
  ann.take();
  host.bytes.failWith = "full";
  host.advance(AT_REST_MS);
  expect([host.aborts, partKeys(host), ann.take()]).toEqual([[], [], []]);
  expect(host.timers).toBe(0);
});

test("a small board is kept as it is, and its room falls asleep as soon as ever", () => {
  const { host } = largeBoard({ keptPartsFrom: SHAPES + 1 });
  expect(partKeys(host)).toEqual([]);
  const ann = host.join("ann");
  host.advance(2_100);
  expect(host.timers).toBe(0);
  host.leave(ann);
});
