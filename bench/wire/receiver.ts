// A second person who only looks: a raw WebSocket that says hello and counts the bytes of every frame it gets.
import { deriveClientId, encode, PROTOCOL_VERSION } from "@inkroom/protocol";
import { WebSocket } from "ws";
import type { BenchBoard, BenchServer } from "../server-process.ts";

export type Tally = {
  readonly bytes: number;
  readonly frames: number;
  /** Bytes by frame kind, divided by `by`. */ perKind(by: number): Readonly<Record<string, number>>;
};
export type Receiver = { reset(): void; take(): Tally; stop(): void };

const KINDS: Readonly<Record<number, string>> = { 1: "messages", 2: "cursors", 3: "drafts" };

export async function createReceiver(server: BenchServer, board: BenchBoard): Promise<Receiver> {
  const ticket = await server.ticket(board);
  const socket = new WebSocket(`ws://${server.host}/parties/board/${board.id}?_pk=receiver&ticket=${ticket}`);
  let frames: { readonly kind: string; readonly bytes: number }[] = [];
  socket.on("message", (data: Buffer) =>
    frames.push({ kind: KINDS[data[0] ?? 0] ?? "text", bytes: data.length + headerBytes(data.length) }),
  );
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const proof = crypto.randomUUID();
  socket.send(encode({ t: "hello", v: PROTOCOL_VERSION, clientId: deriveClientId(proof), proof, since: 0 }, "binary"));
  return {
    reset: () => {
      frames = [];
    },
    take: () => {
      const taken = frames;
      const perKind = (by: number): Record<string, number> => {
        const sums: Record<string, number> = {};
        for (const { kind, bytes } of taken) sums[kind] = (sums[kind] ?? 0) + bytes / by;
        return sums;
      };
      return { bytes: taken.reduce((sum, frame) => sum + frame.bytes, 0), frames: taken.length, perKind };
    },
    stop: () => socket.close(),
  };
}

/** RFC 6455 section 5.2: an unmasked server frame has 2, 4 or 10 bytes before its payload. */
function headerBytes(payload: number): number {
  return payload < 126 ? 2 : payload < 65_536 ? 4 : 10;
}
