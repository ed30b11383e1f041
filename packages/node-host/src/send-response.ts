// Fetch's responses as Node's: a body goes out as it is made, and no faster than it is read.
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { RoomResponse } from "@inkroom/rooms";

type Reader = ReadableStreamDefaultReader<Uint8Array>;
type Piece = Awaited<ReturnType<Reader["read"]>>;

/**
 * Answers a plain request. Rejects with what the body fails with; then nothing was sent, or the connection has to be cut.
 * A client that goes away cancels the body.
 */
export async function sendResponse(to: ServerResponse, response: RoomResponse): Promise<void> {
  const body = bodyOf(response);
  const head = (): void => {
    to.statusCode = response.status;
    response.headers.forEach((value, name) => to.appendHeader(name, value));
  };
  if (body === undefined) {
    const whole = Buffer.from(await response.arrayBuffer());
    head();
    return void to.end(whole);
  }
  const reader = body.getReader();
  to.once("close", () => void reader.cancel().catch(() => {})); // at the end of every answer too, where it means nothing
  await send(to, head, reader);
}

/** Undefined if there is none, or if the response is of a class that has no streams. */
function bodyOf(response: RoomResponse): ReadableStream<Uint8Array> | undefined {
  const { body } = response as { readonly body?: unknown };
  return body instanceof ReadableStream ? (body as ReadableStream<Uint8Array>) : undefined;
}

// The first pieces are waited for no longer than those take that are there already: a short body then goes out in one
// piece and with its length, and the headers of a slow one do not wait for it.
async function send(to: ServerResponse, head: () => void, reader: Reader): Promise<void> {
  const first = reader.read();
  const begun = await Promise.race([first, nextTurn()]);
  head();
  if (begun === undefined) to.flushHeaders();
  const { done, value } = begun ?? (await first);
  if (done) return void to.end();
  const second = reader.read();
  const next = await Promise.race([second, nextTurn()]);
  if (next?.done === true) return void to.end(bytesOf(value));
  if (to.req.method === "HEAD") return void to.end(); // nobody is going to see the rest
  await write(to, value);
  for (let piece: Piece = next ?? (await second); !piece.done; piece = await reader.read()) await write(to, piece.value);
  to.end();
}

async function write(to: ServerResponse, piece: Uint8Array): Promise<void> {
  if (to.destroyed || to.write(bytesOf(piece))) return;
  const gone = new AbortController();
  const stop = (): void => gone.abort();
  to.once("close", stop);
  await once(to, "drain", { signal: gone.signal }).catch(() => {}); // gone: the reader is cancelled, the next read ends
  to.off("close", stop);
}

function bytesOf(piece: unknown): Uint8Array {
  if (piece instanceof Uint8Array) return piece;
  throw new TypeError("The body of a Response consists of Uint8Arrays");
}
