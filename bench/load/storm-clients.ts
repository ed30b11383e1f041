// Many tabs without a page, on a few boards, in a process of their own: the real replica, session and line of each. Answers "states".
import { randomBytes } from "node:crypto";
import { deriveClientId } from "@inkroom/protocol";
import { createReplica, createSession, type Session } from "@inkroom/sync";
import { createPartyTransport } from "@inkroom/transport";

export type States = {
  readonly live: number;
  /** When the last of them went live, ms since the Unix epoch. */
  readonly lastLiveMs: number;
  readonly differences: number;
};

const OPENING_AT_A_TIME = 100;
const ROOMS = 20;
const CLOCK = {
  now: () => performance.now(),
  setTimer: (delayMs: number, fn: () => void) => {
    const timer = setTimeout(fn, delayMs);
    return () => clearTimeout(timer);
  },
};

const [host = "", count = "0"] = process.argv.slice(2);
const sessions: Session[] = [];
const live = new Set<Session>();
let lastLiveMs = 0;

function open(id: number): Promise<void> {
  const proof = randomBytes(16).toString("hex");
  const identity = { clientId: deriveClientId(proof), proof };
  const replica = createReplica({ client: identity.clientId });
  const transport = createPartyTransport({
    host,
    party: "board",
    room: `storm${id % ROOMS}`,
    id: `c${id}`,
    query: () => Promise.resolve({}),
  });
  const session = createSession({ replica, transport, clock: CLOCK, identity, profile: { name: "Tab", color: "red" }, encoding: "binary" });
  sessions.push(session);
  return new Promise((resolve) => {
    session.subscribe(() => {
      if (session.state.kind !== "live") live.delete(session);
      else if (!live.has(session)) {
        live.add(session);
        lastLiveMs = performance.timeOrigin + performance.now();
        resolve();
      }
    });
    session.start();
  });
}

for (let at = 0; at < Number(count); at += OPENING_AT_A_TIME)
  await Promise.all(Array.from({ length: OPENING_AT_A_TIME }, (_, i) => open(at + i)));

process.on("message", () => {
  const differences = sessions.reduce((sum, session) => sum + session.differences, 0);
  process.send?.({ live: live.size, lastLiveMs, differences } satisfies States);
});
process.send?.("ready");
