// Binary frames of drafts. From a client: off * 2 + (1 with an id), the id, then the points to the end of the frame.
// From the room, one after another: peer, off * 2 + (1 with an id), the id, number of bytes, the points.
import type { DraftMessage, DraftsMessage } from "./messages/draft.ts";
import { ByteReader, ByteWriter } from "./varint.ts";

/** Frame kind, the first byte. */
export const DRAFT_FRAME = 3;

export function packDraft({ off, id, bytes }: DraftMessage): Uint8Array {
  const out = new ByteWriter();
  out.byte(DRAFT_FRAME);
  writeHead(out, off, id);
  out.bytes(bytes);
  return out.done();
}

/** To be validated; undefined where the bytes are malformed. */
export function unpackDraft(frame: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  const reader = new ByteReader(frame, 1);
  const head = readHead(reader);
  if (head === undefined) return undefined;
  return { t: "draft", ...(head.id === undefined ? {} : { id: head.id }), off: head.off, bytes: reader.rest() };
}

export function packDrafts(message: DraftsMessage): Uint8Array {
  const out = new ByteWriter();
  out.byte(DRAFT_FRAME);
  for (const [peer, off, bytes, id] of message.list) {
    out.uint(peer);
    writeHead(out, off, id);
    out.uint(bytes.length);
    out.bytes(bytes);
  }
  return out.done();
}

export function unpackDrafts(frame: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  const reader = new ByteReader(frame, 1);
  const list: unknown[] = [];
  while (!reader.isAtEnd) {
    const peer = reader.uint();
    const head = readHead(reader);
    const bytes = reader.bytes(reader.uint());
    if (peer === undefined || head === undefined || bytes === undefined) return undefined;
    list.push(head.id === undefined ? [peer, head.off, bytes] : [peer, head.off, bytes, head.id]);
  }
  return { t: "drafts", list };
}

function writeHead(out: ByteWriter, off: number, id: string | undefined): void {
  out.uint(off * 2 + (id === undefined ? 0 : 1));
  if (id !== undefined) out.ascii(id);
}

function readHead(reader: ByteReader): { readonly off: number; readonly id?: string } | undefined {
  const head = reader.uint();
  if (head === undefined) return undefined;
  const off = Math.floor(head / 2);
  if (head % 2 === 0) return { off };
  const id = reader.ascii();
  return id === undefined ? undefined : { off, id };
}
