// A person who draws: the real editor over the real replica, session and line, moved at a digitiser's pace.
import { setTimeout as pause } from "node:timers/promises";
import { createEditor, type Editor, type PointerInput } from "@inkroom/editor";
import { deriveClientId } from "@inkroom/protocol";
import { createReplica, createSession, type Replica, type Session } from "@inkroom/sync";
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
const CLOCK = {
  now: () => performance.now(),
  setTimer: (delayMs: number, fn: () => void) => {
    const timer = setTimeout(fn, delayMs);
    return () => clearTimeout(timer);
  },
};

export async function createHand(server: BenchServer, board: BenchBoard): Promise<Hand> {
  const { replica, session } = connect(server, board);
  const editor = createHandEditor(replica, session);
  session.start();
  while (session.state.kind !== "live") await pause(10);

  const point = (type: PointerInput["type"], x: number, y: number): void => {
    const buttons = type === "pointer-up" ? 0 : 1;
    editor.dispatch({ ...PLAIN, type, button: type === "pointer-move" ? -1 : 0, buttons, screen: { x, y }, tMs: CLOCK.now() });
    session.moveCursor(x, y);
  };
  return {
    async stroke(points, everyMs, row) {
      editor.setTool("draw");
      const start = CLOCK.now();
      for (let i = 0; i < points; i += 1) {
        const [x, y] = inkAt(i, row);
        point(i === 0 ? "pointer-down" : i === points - 1 ? "pointer-up" : "pointer-move", x, y);
        await pause(Math.max(0, start + (i + 1) * everyMs - CLOCK.now()));
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

function connect(server: BenchServer, board: BenchBoard): { readonly replica: Replica; readonly session: Session } {
  const proof = crypto.randomUUID();
  const identity = { clientId: deriveClientId(proof), proof };
  const replica = createReplica({ client: identity.clientId });
  const query = async () => ({ ticket: await server.ticket(board) });
  const transport = createPartyTransport({ host: server.host, party: "board", room: board.id, id: "hand", query });
  const session = createSession({
    replica,
    transport,
    clock: CLOCK,
    identity,
    profile: { name: "Hand", color: "red" },
    encoding: "binary",
  });
  return { replica, session };
}

function createHandEditor(replica: Replica, session: Session): Editor {
  let shapes = 0;
  const editor = createEditor({
    store: replica,
    measureText: () => ({ w: 0, h: 0 }), // no text is written here
    newId: () => `${replica.client.slice(0, 8)}${(shapes += 1).toString(36).padStart(4, "0")}`,
    now: CLOCK.now,
    onDraft: (id, off, bytes) => session.sendDraft(id, off, bytes),
  });
  editor.setViewport({ w: 1440, h: 900 });
  return editor;
}

/** A loopy line of handwriting: about 4 px between samples, as a hand moves at 120 samples a second. */
function inkAt(i: number, row: number): [number, number] {
  const angle = i / 6;
  return [200 + i * 2.5 + 18 * Math.sin(angle), 120 + row * 70 + 22 * Math.cos(angle)];
}
