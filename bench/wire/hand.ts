// A person who draws: the real editor over the real replica, session and line, moved at a digitiser's pace.
import { setTimeout as pause } from "node:timers/promises";
import { createEditor, type PointerInput } from "@inkroom/editor";
import { deriveClientId } from "@inkroom/protocol";
import { createReplica, createSession } from "@inkroom/sync";
import { createPartyTransport } from "@inkroom/transport";
import type { BenchBoard, BenchServer } from "../server-process.ts";

export type Hand = {
  /** One pen stroke of `points` samples, one every `everyMs`; `row` chooses where. */
  stroke(points: number, everyMs: number, row: number): Promise<void>;
  /** Moves the pointer without pressing. */
  moves(count: number, everyMs: number): Promise<void>;
  pause(ms: number): Promise<void>;
  stop(): void;
};

const PLAIN = { pointerId: 1, pointerType: "mouse", isPrimary: true, shift: false, alt: false, mod: false } as const;

export async function createHand(server: BenchServer, board: BenchBoard): Promise<Hand> {
  const proof = crypto.randomUUID();
  const clientId = deriveClientId(proof);
  const replica = createReplica({ client: clientId });
  const transport = createPartyTransport({
    host: server.host,
    party: "board",
    room: board.id,
    id: "hand",
    query: async () => ({ ticket: await server.ticket(board) }),
  });
  const clock = {
    now: () => performance.now(),
    setTimer: (delayMs: number, fn: () => void) => {
      const timer = setTimeout(fn, delayMs);
      return () => clearTimeout(timer);
    },
  };
  const session = createSession({
    replica,
    transport,
    clock,
    identity: { clientId, proof },
    profile: { name: "Hand", color: "red" },
    encoding: "binary",
  });
  let shapes = 0;
  const editor = createEditor({
    store: replica,
    measureText: () => ({ w: 0, h: 0 }) as never, // reason: no text is written here
    newId: () => `${clientId.slice(0, 8)}${(shapes += 1).toString(36).padStart(4, "0")}`,
    now: clock.now,
    onDraft: (id, off, bytes) => session.sendDraft(id, off, bytes),
  });
  editor.setViewport({ w: 1440, h: 900 });
  session.start();
  while (session.state.kind !== "live") await pause(10);

  const point = (type: PointerInput["type"], x: number, y: number): void => {
    const isDown = type !== "pointer-up";
    editor.dispatch({
      ...PLAIN,
      type,
      button: type === "pointer-move" ? -1 : 0,
      buttons: isDown ? 1 : 0,
      screen: { x, y },
      tMs: performance.now(),
    });
    session.moveCursor(x, y);
  };
  return {
    async stroke(points, everyMs, row) {
      editor.setTool("draw");
      const start = performance.now();
      for (let i = 0; i < points; i += 1) {
        const [x, y] = inkAt(i, row);
        point(i === 0 ? "pointer-down" : i === points - 1 ? "pointer-up" : "pointer-move", x, y);
        await pause(Math.max(0, start + (i + 1) * everyMs - performance.now()));
      }
    },
    async moves(count, everyMs) {
      editor.setTool("select");
      for (let i = 0; i < count; i += 1) {
        session.moveCursor(200 + ((i * 7) % 900), 200 + ((i * 5) % 500));
        await pause(everyMs);
      }
    },
    pause: (ms) => pause(ms),
    stop: () => session.stop(),
  };
}

/** A loopy line of handwriting: about 4 px between samples, as a hand moves at 120 samples a second. */
function inkAt(i: number, row: number): [number, number] {
  const angle = i / 6;
  return [200 + i * 2.5 + 18 * Math.sin(angle), 120 + row * 70 + 22 * Math.cos(angle)];
}
