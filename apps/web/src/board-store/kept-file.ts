// Kept work as a file: JSON, each change as the message that would bring it to a room.
import type { Op } from "@inkroom/model";
import { encode } from "@inkroom/protocol";
import type { Replica } from "@inkroom/sync";
import { saveBlob } from "../host/save-blob.ts";
import type { KeptItem } from "./kept-work.ts";

export type TextFile = { readonly name: string; readonly text: string };

/** `replica`: its pending transactions go into the file too. */
export function keptWorkFile(board: string, items: readonly KeptItem[], replica: Pick<Replica, "pending"> | undefined): TextFile {
  const kept = items.map(({ reason, at, ops, shapes }) => {
    return { reason, at: new Date(at).toISOString(), ops: opsIn(ops), shapes: opsIn(shapes.map((shape): Op => ({ op: "add", shape }))) };
  });
  const pending = replica?.pending.map(({ txn }) => opsIn(txn.ops)) ?? [];
  return { name: `inkroom-${board}-kept.json`, text: `${JSON.stringify({ board, kept, pending }, undefined, 2)}\n` };
}

/** In the JSON form of the protocol: bytes as base64. */
function opsIn(ops: readonly Op[]): unknown {
  if (ops.length === 0) return [];
  const message: { ops?: unknown } = JSON.parse(String(encode({ t: "push", n: 1, ops }, "text")));
  return message.ops;
}

/** Hands the file to the person. */
export function saveFile({ name, text }: TextFile): void {
  saveBlob(name, new Blob([text], { type: "application/json" }));
}
