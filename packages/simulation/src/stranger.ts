// Someone from another version, or with a client of their own making: says hello properly, then what this version of the
// room does not know. It must be refused for good, by a nack or by the end of its connection, and nobody else may notice.
import { decodeServer, deriveClientId, isFinal, PROTOCOL_VERSION } from "@inkroom/protocol";
import type { Frame } from "@inkroom/sync";
import { Line } from "./line.ts";
import type { SimServer } from "./sim-server.ts";
import type { WorldClock } from "./world-clock.ts";
import { PLAIN_RECT } from "@inkroom/shapes/testing";

export const STRANGE_NAMES = ["op", "field", "group", "message", "garbage", "version"] as const;
export type StrangeName = (typeof STRANGE_NAMES)[number];

type World = { readonly clock: WorldClock; readonly server: SimServer; readonly delayMs: () => number; readonly number: number };

const HANG_UP_MS = 4_000;

/** Calls once. `report` gets sentences about what should not have happened. */
export function callAsStranger({ clock, server, delayMs, number }: World, what: StrangeName, report: (wrong: string) => void): void {
  const proof = `stranger ${number}`;
  const say = (message: object): void => line.send(JSON.stringify(message));
  const onFrame = (frame: Frame): void => {
    const decoded = decodeServer(frame);
    if (!decoded.ok) return report("a stranger cannot read a frame of the room");
    const { message } = decoded;
    if (message.t === "welcome" && what === "version") report("a stranger of another version was let in");
    if (message.t === "welcome") strangeFrames(what, number).forEach((frame) => line.send(frame));
    if (message.t === "ack") report(`what a stranger said was acknowledged: ${what}`);
    if (message.t === "nack" && !isFinal(message.code)) report(`a stranger was asked to say it again: ${what}`);
  };
  const line: Line = new Line(clock, delayMs, { onFrame, onClosed: () => {} });
  const room = server.connect(`stranger${number}`, line);
  if (room === undefined) return;
  line.attach(room);
  const v = PROTOCOL_VERSION + (what === "version" ? 1 : 0);
  say({ t: "hello", v, clientId: deriveClientId(proof), proof, since: 0, ...(what === "version" ? { region: "north" } : {}) });
  clock.setTimer(HANG_UP_MS, () => line.hangUp());
}

function strangeFrames(what: StrangeName, number: number): readonly string[] {
  const place = { parent: "page", index: "a0", x: 0, y: 0, rotation: 0, opacity: 1, locked: false };
  const style = { color: "ink", fill: "none", dash: "solid", size: "m" };
  const shape = { kind: "rect", ...PLAIN_RECT, id: `x${number}`, ...place, w: 1, h: 1, ...style };
  const push = (...ops: readonly object[]): string => JSON.stringify({ t: "push", n: 1, ops });
  switch (what) {
    case "op":
      return [push({ op: "warp", id: `r1-1` })];
    case "field":
      return [push({ op: "add", shape: { ...shape, glow: 3 } }), push({ op: "add", shape: { ...shape, link: "javascript:1" } })];
    case "group":
      // The whole transaction is refused with its last op: the shape must not be there either.
      return [push({ op: "add", shape }, { op: "set", id: shape.id, props: { w: 2 } })];
    case "message":
      return [JSON.stringify({ t: "teleport", n: 1 }), JSON.stringify({ t: "push", n: 1, ops: [], urgent: true })];
    case "garbage":
      return ["{", "[]", "null"];
    case "version":
      return [];
    default:
      return what satisfies never;
  }
}
