import { type BoardChange, hashBoard } from "@inkroom/model";
import { CLOSE, deriveClientId, MAX_IN_FLIGHT } from "@inkroom/protocol";
import { describe, expect, test } from "vitest";
import { createReplica } from "./replica.ts";
import { createSession } from "./session.ts";
import type { Refusal } from "./session-state.ts";
import { ManualClock } from "./testing/manual-clock.ts";
import { add, logged, OTHER, paint, rect } from "./testing/ops-for-tests.ts";
import { ScriptedRoom } from "./testing/scripted-room.ts";
import { GOOD_LIFE_MS, RESTART_MS, RESYNC_PAUSE_MS, RETRY_MS, SUM_SLICE_MS } from "./timings.ts";

const PROOF = "secret";
const ME = deriveClientId(PROOF);

function fixture() {
  const clock = new ManualClock();
  const room = new ScriptedRoom();
  const replica = createReplica({ client: ME });
  const session = createSession({
    replica,
    transport: room,
    clock,
    identity: { clientId: ME, proof: PROOF },
    profile: { name: "Ann", color: "red" },
    encoding: "binary",
  });
  const refusals: Refusal[] = [];
  session.onRefusal((refusal) => refusals.push(refusal));
  return { clock, room, replica, session, refusals };
}

/** Connected to an empty board and live. */
function live() {
  const all = fixture();
  all.session.start();
  all.room.accept();
  all.room.welcome();
  all.room.heard();
  return all;
}

const sentNs = (room: ScriptedRoom): number[] => room.heard("push").map(({ n }) => n);
const live2 = (tag: string) => ({ state: "live" as const, shape: rect(tag), rev: { made: `${OTHER}.1`, set: {} } });

describe("a page that goes", () => {
  /** Live, with an outbox that never answers. */
  const withDeafOutbox = () => {
    const clock = new ManualClock();
    const room = new ScriptedRoom();
    const never = new Promise<void>(() => {});
    const outbox = { append: () => never, confirm: () => never, remove: () => never, replace: () => never };
    const replica = createReplica({ client: ME, outbox });
    const identity = { clientId: ME, proof: PROOF };
    const session = createSession({
      replica,
      transport: room,
      clock,
      identity,
      profile: { name: "Ann", color: "red" },
      encoding: "binary",
    });
    session.start();
    room.accept();
    room.welcome();
    return { room, replica, session };
  };

  test("sends what its outbox has not confirmed, and what is committed from then on", () => {
    const { room, replica, session } = withDeafOutbox();
    replica.commit([add("a")]);
    expect(sentNs(room)).toEqual([]);
    session.setLeaving(true);
    replica.commit([add("b")]);
    expect(sentNs(room)).toEqual([1, 2]);
  });

  test("waits for its outbox again when it has come back", () => {
    const { room, replica, session } = withDeafOutbox();
    session.setLeaving(true);
    session.setLeaving(false);
    replica.commit([add("a")]);
    expect(sentNs(room)).toEqual([]);
  });
});

describe("the room's hash of the board", () => {
  /** Live with one shape in the base at seq 1. */
  const withOne = () => {
    const all = live();
    all.room.say({ t: "ops", list: [logged(1, OTHER, 1, add("a"))] });
    return all;
  };

  test("that is ours changes nothing, and one of another seq is not compared", () => {
    const { room, session, replica } = withOne();
    replica.commit([add("mine")]);
    room.say({ t: "sum", seq: 1, hash: hashBoard(replica.base) });
    room.say({ t: "sum", seq: 2, hash: "2-0000000000000000" });
    expect([room.reconnects, session.differences, session.state.kind]).toEqual([0, 0, "live"]);
  });

  test("that is not ours makes the session ask for everything and say why; what is pending stays", () => {
    const { room, session, replica } = withOne();
    replica.commit([add("mine")]);
    room.say({ t: "sum", seq: 1, hash: "1-0000000000000000" });
    expect([room.reconnects, session.differences]).toEqual([1, 1]);
    room.heard();
    room.accept();
    expect(room.heard("hello")[0]).toMatchObject({ since: 0, differs: true });
    room.welcome({ head: 1, mode: "snapshot" });
    room.say({ t: "snap", upto: 1, part: 1, parts: 1, entries: [live2("b")] });
    expect(session.state.kind).toBe("live");
    expect([...replica.view.shapes()].map(({ id }) => id).toSorted()).toEqual(["b", "mine"]);
    room.say({ t: "sum", seq: 1, hash: hashBoard(replica.base) });
    room.drop();
    room.heard();
    room.accept();
    expect(room.heard("hello")[0]).not.toHaveProperty("differs");
    expect(session.differences).toBe(1);
  });

  test("that is not ours again at once is counted, and not asked about for a minute", () => {
    const { room, session, clock } = withOne();
    for (let i = 0; i < 3; i++) {
      room.say({ t: "sum", seq: 1, hash: "1-0000000000000000" });
      room.accept();
      room.welcome({ head: 1, mode: "snapshot" });
      room.say({ t: "snap", upto: 1, part: 1, parts: 1, entries: [live2("b")] });
    }
    expect([room.reconnects, session.differences]).toEqual([1, 3]);
    clock.pass(RESYNC_PAUSE_MS);
    room.say({ t: "sum", seq: 1, hash: "1-0000000000000000" });
    expect(session.differences).toBe(4);
    expect(room.reconnects).toBe(2);
  });

  test("is compared once a large board was hashed in slices", () => {
    const { room, session, clock, replica } = fixture();
    session.start();
    room.accept();
    room.welcome({ head: 1, mode: "snapshot" });
    const entries = Array.from({ length: 2_500 }, (_, i) => live2(`s${i}`));
    room.say({ t: "snap", upto: 1, part: 1, parts: 1, entries });
    room.say({ t: "sum", seq: 1, hash: "1-0000000000000000" });
    expect([session.differences, replica.sum.backlog]).toEqual([0, 2_500]);
    clock.pass(SUM_SLICE_MS);
    expect(replica.sum.backlog).toBe(2_400);
    clock.pass(SUM_SLICE_MS * 25);
    room.say({ t: "sum", seq: 1, hash: hashBoard(replica.base) });
    expect([session.differences, replica.sum.backlog]).toEqual([0, 0]);
    room.say({ t: "sum", seq: 1, hash: "1-0000000000000000" });
    expect([session.differences, room.reconnects]).toEqual([1, 1]);
  });
});

describe("connecting", () => {
  test("hello is the first frame of every connection and says what the replica holds", () => {
    const { room, session, replica } = fixture();
    replica.commit([add("a")]);
    session.start();
    expect(session.state.kind).toBe("connecting");
    room.accept();
    expect(session.state.kind).toBe("greeting");
    expect(room.heard()).toEqual([{ t: "hello", v: 1, clientId: ME, proof: PROOF, since: 0, name: "Ann", color: "red" }]);
    room.welcome({ head: 2 });
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("x")), logged(2, OTHER, 2, add("y"))] });
    room.drop();
    room.heard();
    room.accept();
    expect(room.heard()[0]).toMatchObject({ t: "hello", since: 2, epoch: "e1" });
  });

  test("nothing but a welcome is understood as the answer", () => {
    const { room, session } = fixture();
    session.start();
    room.accept();
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("x"))] });
    expect(session.state.kind).toBe("connecting");
    expect(room.reconnects).toBe(1);
  });

  test("a tail is live when the head of the welcome is reached, not before", () => {
    const { room, session, replica } = fixture();
    session.start();
    room.accept();
    room.welcome({ head: 2, role: "edit", peer: 3 });
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("x"))] });
    expect(session.state).toEqual({ kind: "catching-up", role: "edit", peer: 3, isDamaged: false });
    room.say({ t: "ops", list: [logged(2, OTHER, 2, add("y"))] });
    expect(session.state).toEqual({ kind: "live", role: "edit", peer: 3, isDamaged: false });
    expect(replica.view.size).toBe(2);
  });

  test("a snapshot is the base when all of it and the ops behind it are there", () => {
    const { room, session, replica } = fixture();
    session.start();
    room.accept();
    room.welcome({ head: 6, mode: "snapshot" });
    room.say({ t: "snap", upto: 5, part: 1, parts: 2, entries: [live2("a")] });
    room.say({ t: "snap", upto: 5, part: 2, parts: 2, entries: [live2("b")] });
    expect([replica.base.entryCount, replica.seq, session.state.kind]).toEqual([0, 0, "catching-up"]);
    room.say({ t: "ops", list: [logged(6, OTHER, 2, add("c")), logged(7, OTHER, 3, add("d"))] });
    expect([replica.view.size, replica.seq, session.state.kind]).toEqual([4, 7, "live"]);
  });

  test.each([
    ["a part twice", [1, 1]],
    ["a part of more than there are", [1, 3]],
  ])("a snapshot with %s is not used", (_, parts) => {
    const { room, replica } = fixture();
    const session = createSession({
      replica,
      transport: room,
      clock: new ManualClock(),
      identity: { clientId: ME, proof: PROOF },
      profile: { name: "", color: "" },
      encoding: "text",
    });
    session.start();
    room.accept();
    room.welcome({ head: 1, mode: "snapshot" });
    for (const part of parts) room.say({ t: "snap", upto: 1, part, parts: 2, entries: [live2("a")] });
    expect([room.reconnects, replica.base.entryCount, replica.seq]).toEqual([1, 0, 0]);
  });

  test("changes are put over the base, with the ops behind them and what is pending on top", () => {
    const { room, replica, session } = live();
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("kept")), logged(2, OTHER, 2, add("gone")), logged(3, OTHER, 3, add("old"))] });
    room.drop();
    replica.commit([paint("old", "red")]);
    const changes: BoardChange[] = [];
    replica.subscribe((change) => changes.push(change));
    room.accept();
    expect(room.heard("hello")[0]).toMatchObject({ since: 3, epoch: "e1" });
    room.welcome({ head: 1_001, mode: "changes" });
    room.say({ t: "snap", upto: 1_000, part: 1, parts: 2, entries: [{ state: "dead", id: "gone", tag: `${OTHER}.4` }] });
    room.say({ t: "snap", upto: 1_000, part: 2, parts: 2, entries: [live2("new")] });
    expect([replica.base.entryCount, replica.seq, changes.length]).toEqual([3, 3, 0]);
    room.say({ t: "ops", list: [logged(1_001, OTHER, 9, add("later"))] });
    expect([session.state.kind, replica.seq]).toEqual(["live", 1_001]);
    expect([...replica.view.shapes()].map(({ id }) => id).toSorted()).toEqual(["kept", "later", "new", "old"]);
    expect(replica.view.get("old")).toMatchObject({ color: "red" });
    expect(changes.map(({ origin, touched }) => [origin, [...touched].toSorted()])).toEqual([["remote", ["gone", "later", "new"]]]);
    expect(sentNs(room)).toEqual([1]);
  });

  test("a line that breaks between two parts of changes leaves the replica as it was", () => {
    const { room, replica } = live();
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("a"))] });
    room.drop();
    room.accept();
    room.welcome({ head: 900, mode: "changes" });
    room.say({ t: "snap", upto: 900, part: 1, parts: 2, entries: [live2("new")] });
    room.drop();
    room.heard();
    room.accept();
    expect(room.heard("hello")[0]).toMatchObject({ since: 1 });
    expect([replica.base.entryCount, replica.view.size]).toEqual([1, 1]);
  });

  test.each([
    ["another history", { epoch: "e2", head: 9 }],
    ["less than the replica holds", { head: 0 }],
  ])("changes of %s are not used: everything is asked for", (_, welcome) => {
    const { room } = live();
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("a"))] });
    room.drop();
    room.accept();
    room.welcome({ ...welcome, mode: "changes" });
    expect(room.reconnects).toBe(1);
    room.heard();
    room.accept();
    expect(room.heard("hello")[0]).toMatchObject({ since: 0 });
  });

  test("another history replaces the base and keeps what is pending", () => {
    const { room, replica, session } = live();
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("old"))] });
    room.drop();
    replica.commit([add("mine")]);
    room.accept();
    room.welcome({ epoch: "e2", head: 3, mode: "snapshot" });
    room.say({ t: "snap", upto: 3, part: 1, parts: 1, entries: [live2("new")] });
    expect(session.state.kind).toBe("live");
    expect([...replica.view.shapes()].map(({ id }) => id).toSorted()).toEqual(["mine", "new"]);
    expect(sentNs(room)).toEqual([1]);
    expect(replica.epoch).toBe("e2");
  });

  test("a room that is empty again, under another epoch, empties the board", () => {
    const { room, replica, session } = live();
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("old"))] });
    room.say({ t: "resync", reason: "epoch" });
    room.accept();
    expect(room.heard("hello")[0]).toMatchObject({ since: 0 });
    room.welcome({ epoch: "e2", head: 0 });
    expect([session.state.kind, replica.view.size, replica.seq, replica.epoch]).toEqual(["live", 0, 0, "e2"]);
  });

  test("a tail of another history is asked for again from the start", () => {
    const { room, session } = live();
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("old"))] });
    room.drop();
    room.accept();
    room.heard();
    room.welcome({ epoch: "e2", head: 1 });
    expect(session.state.kind).toBe("connecting");
    room.accept();
    const [hello] = room.heard("hello");
    expect([hello?.since, hello?.epoch]).toEqual([0, undefined]);
  });
});

describe("pushing", () => {
  test("goes out at once while live and waits otherwise", () => {
    const { room, replica, session } = live();
    replica.commit([add("a")]);
    expect(sentNs(room)).toEqual([1]);
    expect(session.saveStatus).toEqual({ kind: "sending", pending: 1 });
    room.say({ t: "ack", n: 1, seq: 1 });
    expect(session.saveStatus).toEqual({ kind: "saved" });
    room.drop();
    replica.commit([add("b")]);
    expect(sentNs(room)).toEqual([]);
    expect(session.saveStatus).toEqual({ kind: "offline", pending: 1 });
  });

  test("to a room that cannot store anything now is said to be put off, until something is stored", () => {
    const { room, replica, session, clock } = live();
    replica.commit([add("a")]);
    room.say({ t: "nack", n: 1, code: "storage" });
    expect(session.saveStatus).toEqual({ kind: "put-off", pending: 1 });
    sentNs(room);
    clock.pass(1_000);
    expect(sentNs(room)).toEqual([1]);
    expect(session.saveStatus.kind).toBe("put-off");
    room.say({ t: "ack", n: 1, seq: 1 });
    expect(session.saveStatus.kind).toBe("saved");
    replica.commit([add("b")]);
    expect(session.saveStatus.kind).toBe("sending");
  });

  test("has at most MAX_IN_FLIGHT unanswered", () => {
    const { room, replica } = live();
    for (let i = 1; i <= MAX_IN_FLIGHT + 3; i += 1) replica.commit([add(`s${i}`)]);
    expect(sentNs(room)).toHaveLength(MAX_IN_FLIGHT);
    room.say({ t: "ack", n: 1, seq: 1 });
    room.say({ t: "ops", list: [logged(1, ME, 1, add("s1")), logged(2, ME, 2, add("s2"))] });
    expect(sentNs(room)).toEqual([MAX_IN_FLIGHT + 1, MAX_IN_FLIGHT + 2]);
  });

  test("after a reconnect sends only what the room has not decided, with the same numbers, in order", () => {
    const { room, replica, session } = live();
    for (const id of ["a", "b", "c", "d"]) replica.commit([add(id)]);
    room.drop();
    room.heard();
    room.accept();
    room.welcome({ head: 1, lastN: 2 });
    expect(room.heard("push")).toEqual([]);
    room.say({ t: "ops", list: [logged(1, ME, 1, add("a"))] });
    expect(session.state.kind).toBe("live");
    expect(sentNs(room)).toEqual([3, 4]);
    // Number 2 was refused while nobody was listening.
    expect(replica.view.get("b")).toBeUndefined();
  });

  test("what a room has lost again is sent again", () => {
    const { room, replica } = live();
    replica.commit([add("a")]);
    room.say({ t: "ack", n: 1, seq: 1 });
    room.drop();
    room.heard();
    room.accept();
    room.welcome({ lastN: 0 });
    expect(sentNs(room)).toEqual([1]);
  });

  test.each(["rate", "storage", "gap"] as const)("after %s it goes back and tries again later", (code) => {
    const { room, replica, clock } = live();
    for (const id of ["a", "b", "c"]) replica.commit([add(id)]);
    room.heard();
    room.say({ t: "nack", n: 2, code });
    room.say({ t: "nack", n: 3, code: "gap", expect: 2 });
    replica.commit([add("d")]);
    clock.pass((RETRY_MS[code] ?? 0) - 1);
    expect(sentNs(room)).toEqual([]);
    clock.pass(1);
    expect(sentNs(room)).toEqual([2, 3, 4]);
  });

  test("a room that waits for a number we no longer have is greeted anew", () => {
    const { room, replica, clock } = live();
    replica.commit([add("a")]);
    room.say({ t: "ops", list: [logged(1, ME, 1, add("a"))] });
    replica.commit([add("b")]);
    room.heard();
    room.say({ t: "nack", n: 2, code: "gap", expect: 1 });
    expect(room.reconnects).toBe(1);
    room.accept();
    room.welcome({ head: 1, lastN: 0 });
    // A room that does not know n 1 and yet goes on from our base is another one than it was.
    clock.pass(RESTART_MS);
    expect(room.reconnects).toBe(2);
    room.accept();
    expect(room.heard("hello").at(-1)).toMatchObject({ since: 0 });
    room.welcome({ head: 0, lastN: 0, mode: "tail" });
    expect(sentNs(room)).toEqual([1, 2]);
    expect(replica.view.get("b")).toBeDefined();
  });

  test("what is decided and was never answered is asked for again, once there is a line", () => {
    const { room, replica, refusals } = live();
    for (const id of ["a", "b"]) replica.commit([add(id)]);
    room.drop();
    room.accept();
    room.heard();
    room.welcome({ head: 9, lastN: 2, mode: "snapshot" });
    room.say({ t: "snap", upto: 9, part: 1, parts: 1, entries: [] });
    expect(sentNs(room)).toEqual([1, 2]);
    room.say({ t: "ack", n: 1, seq: 4, dup: true });
    room.say({ t: "nack", n: 2, code: "room_full" });
    expect(refusals).toMatchObject([{ n: 2, code: "room_full" }]);
    expect([...replica.unanswered]).toEqual([]);
  });

  test("what no frame can hold is dropped and does not stand in the way of the rest", () => {
    const { room, replica, refusals, session } = live();
    const text = "\u20ac".repeat(20_000);
    replica.commit(
      Array.from({ length: 10 }, (_, i) => ({
        op: "add" as const,
        shape: { ...rect(`t${i}`), kind: "text" as const, text, autoWidth: true, scale: 1, align: "left" as const },
      })).map(({ op, shape: { fill: _fill, dash: _dash, ...shape } }) => ({ op, shape })),
    );
    expect(refusals).toMatchObject([{ n: 1, code: "too_large" }]);
    replica.commit([add("small")]);
    room.accept();
    room.heard();
    room.welcome();
    expect(sentNs(room)).toEqual([1]);
    expect([...replica.view.shapes()].map(({ id }) => id)).toEqual(["small"]);
    expect(session.state.kind).toBe("live");
  });

  test("a refusal for good takes the edit from the board and is reported", () => {
    const { room, replica, refusals } = live();
    replica.commit([add("a")]);
    room.say({ t: "nack", n: 1, code: "room_full" });
    expect(replica.view.size).toBe(0);
    expect(refusals).toMatchObject([{ n: 1, code: "room_full", ops: [add("a")] }]);
  });
});

describe("a room that makes no sense", () => {
  test.each([
    ["a hole in the order", (room: ScriptedRoom) => room.say({ t: "ops", list: [logged(5, OTHER, 1, add("x"))] })],
    ["bytes nobody can read", (room: ScriptedRoom) => room.raw(Uint8Array.of(9, 9, 9))],
    ["a second welcome", (room: ScriptedRoom) => room.welcome()],
    ["a part of no snapshot", (room: ScriptedRoom) => room.say({ t: "snap", upto: 1, part: 1, parts: 1, entries: [] })],
  ])("%s leads to a new hello", (_, act) => {
    const { room, session } = live();
    act(room);
    expect([session.state.kind, room.reconnects]).toEqual(["connecting", 1]);
    room.accept();
    expect(room.heard("hello")).toHaveLength(1);
  });

  test("is left alone for longer each time, and forgiven after a good while", () => {
    const { room, clock } = live();
    const upset = (): void => {
      room.raw("nonsense");
    };
    const recover = (): void => {
      room.accept();
      room.welcome();
    };
    upset();
    expect(room.reconnects).toBe(1);
    recover();
    upset();
    expect(room.reconnects).toBe(1);
    clock.pass(RESTART_MS);
    expect(room.reconnects).toBe(2);
    recover();
    upset();
    clock.pass(RESTART_MS);
    expect(room.reconnects).toBe(2);
    clock.pass(RESTART_MS);
    expect(room.reconnects).toBe(3);
    recover();
    clock.pass(GOOD_LIFE_MS);
    upset();
    expect(room.reconnects).toBe(4);
  });

  test("is not listened to while the new line is waited for", () => {
    const { room, replica } = live();
    room.raw("nonsense");
    room.accept();
    room.welcome();
    room.raw("nonsense");
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("late"))] });
    expect(replica.view.size).toBe(0);
  });

  test("resync drops the base only when the new one is there", () => {
    const { room, replica } = live();
    room.say({ t: "ops", list: [logged(1, OTHER, 1, add("x"))] });
    room.say({ t: "resync", reason: "behind" });
    expect(replica.view.size).toBe(1);
    room.accept();
    room.welcome({ head: 1, mode: "snapshot" });
    room.say({ t: "snap", upto: 1, part: 1, parts: 1, entries: [live2("y")] });
    expect([...replica.view.shapes()].map(({ id }) => id)).toEqual(["y"]);
  });
});

describe("roles and refusals", () => {
  test("a view link may not commit, and keeps what is pending from better days", () => {
    const { room, replica, session } = live();
    room.drop();
    replica.commit([add("a")]);
    room.accept();
    room.heard();
    room.welcome({ role: "view" });
    expect(room.heard("push")).toEqual([]);
    expect(replica.canEdit).toBe(false);
    expect(session.saveStatus).toEqual({ kind: "refused", code: CLOSE.forbidden });
    room.drop();
    room.accept();
    room.welcome({ role: "edit" });
    expect(sentNs(room)).toEqual([1]);
  });

  test("a fatal close keeps what is pending, and another start goes on", () => {
    const { room, replica, session } = live();
    replica.commit([add("a")]);
    room.refuse(CLOSE.version);
    expect(session.state).toEqual({ kind: "refused", code: CLOSE.version });
    expect(session.saveStatus).toEqual({ kind: "refused", code: CLOSE.version });
    expect(replica.canEdit).toBe(false);
    expect(replica.view.get("a")).toBeDefined();
    session.start();
    room.accept();
    room.heard();
    room.welcome();
    expect(sentNs(room)).toEqual([1]);
  });

  test("who is replaced asks for its place once: it may have been a connection of its own that was late", () => {
    const { room, session, clock } = live();
    room.refuse(CLOSE.replaced);
    expect(session.state.kind).toBe("connecting");
    room.accept();
    room.welcome();
    expect(session.state.kind).toBe("live");
    room.refuse(CLOSE.replaced);
    expect(session.state).toEqual({ kind: "refused", code: CLOSE.replaced });
    clock.pass(60_000);
    expect(room.state).toBe("refused");
  });

  test("who was replaced long ago may ask for its place again, and so may who is told to start", () => {
    const { room, session, clock } = live();
    const join = (): void => {
      room.accept();
      room.welcome();
    };
    room.refuse(CLOSE.replaced);
    join();
    clock.pass(GOOD_LIFE_MS);
    room.refuse(CLOSE.replaced);
    expect(session.state.kind).toBe("connecting");
    join();
    room.refuse(CLOSE.replaced);
    expect(session.state.kind).toBe("refused");
    session.start();
    join();
    room.refuse(CLOSE.replaced);
    expect(session.state.kind).toBe("connecting");
  });

  test("stop and start keep replica and pending", () => {
    const { room, replica, session } = live();
    replica.commit([paint("x", "red")]);
    session.stop();
    expect([session.state.kind, room.state]).toEqual(["closed", "closed"]);
    room.heard();
    session.start();
    room.accept();
    room.welcome();
    expect(sentNs(room)).toEqual([1]);
  });
});

test("whoever watches hears of each change of state, save status and seq", () => {
  const { room, replica, session } = live();
  const heard: string[] = [];
  session.subscribe(() => heard.push(`${session.state.kind} ${session.saveStatus.kind} ${replica.seq}`));
  replica.commit([add("a")]);
  room.say({ t: "ack", n: 1, seq: 1 });
  room.say({ t: "ops", list: [logged(1, ME, 1, add("a"))] });
  room.drop();
  expect(heard).toEqual(["live sending 0", "live saved 0", "live saved 1", "connecting offline 1"]);
});

describe("a room that comes back with less than it had acknowledged", () => {
  /** Three own strokes, two of them acknowledged and in the base. */
  function drawn() {
    const all = live();
    for (const id of ["a", "b", "c"]) all.replica.commit([add(id)]);
    all.room.say({ t: "ops", list: [logged(1, OTHER, 1, add("x")), logged(2, ME, 1, add("a")), logged(3, ME, 2, add("b"))] });
    all.room.drop();
    all.room.heard();
    all.room.accept();
    return all;
  }

  test("gets what it lacks once more, in order, before what it never had", () => {
    const { room, replica, session } = drawn();
    expect(room.heard("hello")).toMatchObject([{ since: 3, tip: `${ME}.2` }]);
    room.welcome({ epoch: "e2", head: 1, lastN: 0, mode: "snapshot" });
    room.say({ t: "snap", upto: 1, part: 1, parts: 1, entries: [live2("x")] });
    expect(session.saveStatus).toEqual({ kind: "sending", pending: 3 });
    expect(sentNs(room)).toEqual([1, 2, 3]);
    expect(replica.view.size).toBe(4);
    room.say({ t: "ops", list: [logged(2, ME, 1, add("a")), logged(3, ME, 2, add("b")), logged(4, ME, 3, add("c"))] });
    expect([replica.pending.length, replica.held.length, session.saveStatus.kind]).toEqual([0, 3, "saved"]);
  });

  test("gets only what it lacks", () => {
    const { room, replica } = drawn();
    room.welcome({ epoch: "e2", head: 2, lastN: 1, mode: "snapshot" });
    room.say({ t: "snap", upto: 2, part: 1, parts: 1, entries: [live2("x")] });
    expect(sentNs(room)).toEqual([2, 3]);
    expect(replica.held.map(({ n }) => n)).toEqual([1]);
  });

  test("and does not know it itself is asked for everything before anything is sent", () => {
    const { room, session } = drawn();
    room.heard();
    room.welcome({ head: 3, lastN: 1, mode: "tail" });
    expect([session.state.kind, sentNs(room)]).toEqual(["connecting", []]);
    room.accept();
    expect(room.heard("hello")).toMatchObject([{ since: 0 }]);
  });

  test("gets the same again from a tab that was closed in the meantime", () => {
    const { replica, room } = drawn();
    const restored = {
      nextN: replica.nextN,
      txns: replica.pending.map(({ txn }) => txn),
      held: replica.held,
    };
    const again = createReplica({ client: ME, restored });
    const session = createSession({
      replica: again,
      transport: room,
      clock: new ManualClock(),
      identity: { clientId: ME, proof: PROOF },
      profile: { name: "Ann", color: "red" },
      encoding: "binary",
    });
    session.start();
    room.accept();
    room.heard();
    room.welcome({ epoch: "e2", head: 0, lastN: 0 });
    expect(sentNs(room)).toEqual([1, 2, 3]);
  });
});
