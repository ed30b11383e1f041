import { MAX_PRESENCE_SELECTION, MAX_SAID_LENGTH, type PeerState } from "@inkroom/protocol";
import { describe, expect, test } from "vitest";
import { createReplica } from "./replica.ts";
import { createSession } from "./session.ts";
import { ManualClock } from "./testing/manual-clock.ts";
import { ME, points } from "./testing/ops-for-tests.ts";
import { ScriptedRoom } from "./testing/scripted-room.ts";
import { MOTION_INTERVAL_MS, PROFILE_INTERVAL_MS } from "./timings.ts";

function fixture() {
  const clock = new ManualClock();
  const room = new ScriptedRoom();
  const session = createSession({
    replica: createReplica({ client: ME }),
    transport: room,
    clock,
    identity: { clientId: ME, proof: "p" },
    profile: { name: "Ann", color: "red" },
    encoding: "text",
  });
  session.start();
  const connect = (): void => {
    room.accept();
    room.welcome();
  };
  connect();
  room.heard();
  return { clock, room, session, connect };
}

const peer = (name: string): PeerState => ({
  client: "client_peer",
  name,
  color: "blue",
  role: "edit",
  selection: [],
  active: true,
  caret: [],
  laser: false,
  lead: [],
  say: "",
});

describe("the own cursor", () => {
  test("is told at most once per interval, the last position at its end", () => {
    const { clock, room, session } = fixture();
    for (let x = 0; x < 10; x += 1) session.moveCursor(x, 0);
    expect(room.heard("cursor").map(({ at }) => at)).toEqual([[0, 0]]);
    clock.pass(MOTION_INTERVAL_MS);
    expect(room.heard("cursor").map(({ at }) => at)).toEqual([[9, 0]]);
    clock.pass(10 * MOTION_INTERVAL_MS);
    expect(room.heard("cursor")).toEqual([]);
  });

  test("is in whole units within the page, and not repeated", () => {
    const { clock, room, session } = fixture();
    session.moveCursor(-0.2, 5e9);
    clock.pass(MOTION_INTERVAL_MS);
    session.moveCursor(0.3, 2e6);
    clock.pass(MOTION_INTERVAL_MS);
    expect(room.heard("cursor").map(({ at }) => at)).toEqual([[0, 1_000_000]]);
  });

  test("that leaves the board is told without a position", () => {
    const { clock, room, session } = fixture();
    session.moveCursor(1, 1);
    session.moveCursor();
    clock.pass(MOTION_INTERVAL_MS);
    expect(room.heard("cursor").map(({ at }) => at)).toEqual([[1, 1], undefined]);
  });
});

describe("the own profile", () => {
  test("changes are gathered and only what changed is told", () => {
    const { clock, room, session } = fixture();
    session.setSelection(["a"]);
    session.setSelection(["a", "b"]);
    session.setActive(false);
    clock.pass(PROFILE_INTERVAL_MS);
    session.setProfile({ name: "Bea" });
    clock.pass(PROFILE_INTERVAL_MS);
    expect(room.heard("me")).toEqual([
      { t: "me", selection: ["a"] },
      { t: "me", selection: ["a", "b"], active: false },
      { t: "me", name: "Bea" },
    ]);
  });

  test("what is said is told like the profile, cut to what the room takes, and told again to a new line", () => {
    const { clock, room, session, connect } = fixture();
    session.setSay("x".repeat(MAX_SAID_LENGTH + 5));
    clock.pass(PROFILE_INTERVAL_MS);
    expect(room.heard("me")).toEqual([{ t: "me", say: "x".repeat(MAX_SAID_LENGTH) }]);
    room.drop();
    session.setSay("still here");
    connect();
    clock.pass(PROFILE_INTERVAL_MS);
    expect(room.heard("me").at(-1)).toMatchObject({ t: "me", say: "still here" });
  });

  test("a large selection is cut", () => {
    const { clock, room, session } = fixture();
    session.setSelection(Array.from({ length: 500 }, (_, i) => `s${i}`));
    clock.pass(PROFILE_INTERVAL_MS);
    expect(room.heard("me")[0]?.selection).toHaveLength(MAX_PRESENCE_SELECTION);
  });

  test("a new connection is told everything again; nothing is sent without one", () => {
    const { clock, room, session, connect } = fixture();
    room.drop();
    session.setProfile({ name: "Bea" });
    session.setSelection(["a"]);
    session.moveCursor(3, 4);
    session.sendDraft("s", 0, points(0, 1));
    clock.pass(1_000);
    expect(room.heard()).toEqual([]);
    connect();
    clock.pass(1_000);
    expect(room.heard().map(({ t, ...fields }) => [t, fields])).toMatchObject([
      ["hello", { name: "Bea", color: "red" }],
      ["me", { selection: ["a"] }],
      ["cursor", { at: [3, 4] }],
    ]);
  });
});

describe("own drafts", () => {
  test("are joined per interval; the stroke is named at first and every sixteenth time", () => {
    const { clock, room, session } = fixture();
    const frames = [];
    for (let i = 0; i < 20; i += 1) {
      session.sendDraft("s", 2 * i, points(2 * i, 2 * i + 1));
      session.sendDraft("s", 2 * i + 1, points(2 * i + 1, 2 * i + 2));
      clock.pass(MOTION_INTERVAL_MS);
      frames.push(...room.heard("draft"));
    }
    expect(frames.map(({ off, id }) => [off, id]).filter(([, id]) => id !== undefined)).toEqual([
      [0, "s"],
      [30, "s"],
    ]);
    expect(frames.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(80);
    expect(frames).toHaveLength(21);
  });

  test("stand for the cursor: no cursor frames beside them, one when the pen has rested", () => {
    const { clock, room, session } = fixture();
    session.moveCursor(1, 1);
    clock.pass(MOTION_INTERVAL_MS);
    expect(room.heard("cursor")).toHaveLength(1);
    for (let i = 0; i < 10; i += 1) {
      session.sendDraft("s", i, points(i, i + 1));
      session.moveCursor(1 + i, 1);
      clock.pass(MOTION_INTERVAL_MS);
    }
    expect(room.heard("cursor")).toHaveLength(0);
    clock.pass(200);
    expect(room.heard("cursor").map(({ at }) => at)).toEqual([[10, 1]]);
  });

  test("another stroke is a frame of its own with a name", () => {
    const { clock, room, session } = fixture();
    session.sendDraft("s", 0, points(0, 1));
    session.sendDraft("s", 1, points(1, 2));
    session.sendDraft("t", 0, points(0, 1));
    clock.pass(MOTION_INTERVAL_MS);
    expect(room.heard("draft").map(({ id, off }) => [id, off])).toEqual([
      ["s", 0],
      [undefined, 1],
      ["t", 0],
    ]);
  });
});

describe("the others", () => {
  test("come, change and leave as the room tells", () => {
    const { room, session } = fixture();
    let changes = 0;
    session.peers.subscribe(() => (changes += 1));
    room.say({
      t: "peers",
      list: [
        [2, peer("Bea")],
        [3, peer("Cem")],
      ],
      all: true,
    });
    room.say({
      t: "cursors",
      list: [
        [2, 10, 20],
        [9, 1, 1],
      ],
    });
    room.say({
      t: "peers",
      list: [
        [2, { ...peer("Bea"), active: false }],
        [3, null],
      ],
    });
    expect(session.peers.list()).toEqual([{ peer: 2, ...peer("Bea"), active: false, cursor: { x: 10, y: 20 } }]);
    room.say({ t: "cursors", list: [[2]] });
    expect(session.peers.get(2)?.cursor).toBeUndefined();
    expect(changes).toBe(2);
  });

  test("stay while the line is down and are replaced by the next full list, cursors too", () => {
    const { room, session, connect } = fixture();
    room.say({
      t: "peers",
      list: [
        [2, peer("Bea")],
        [3, peer("Cem")],
      ],
    });
    room.say({ t: "cursors", list: [[2, 10, 20]] });
    room.drop();
    expect(session.peers.list()).toHaveLength(2);
    connect();
    room.say({ t: "peers", list: [[2, peer("Dan")]], all: true });
    expect(session.peers.list()).toEqual([{ peer: 2, ...peer("Dan"), cursor: undefined }]);
  });

  test("moved cursors are told apart from the rest", () => {
    const { room, session } = fixture();
    const moved: unknown[] = [];
    session.peers.onCursor((peers) => moved.push(peers.map(({ name, cursor }) => [name, cursor])));
    room.say({ t: "peers", list: [[2, peer("Bea")]] });
    room.say({ t: "cursors", list: [[2, 1, 2]] });
    expect(moved).toEqual([[["Bea", { x: 1, y: 2 }]]]);
  });
});
