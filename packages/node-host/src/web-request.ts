// Node's requests as Fetch's, and answers to upgrades.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { STATUS_CODES } from "node:http";
import type { RoomResponse } from "@inkroom/rooms";

/** Headers that only the host may set: whatever a client sends under these names is dropped. */
const OWN_HEADERS = /^x-(?:partykit|inkroom)-/i;
const HOST = /^(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?$/;

/** Path of a raw request target, without its query; undefined for anything but the origin form (`/...`). */
export function pathOf(request: IncomingMessage): string | undefined {
  const target = request.url ?? "";
  if (!target.startsWith("/")) return undefined;
  const end = target.search(/[?#]/);
  return end < 0 ? target : target.slice(0, end);
}

export function queryOf(request: IncomingMessage): URLSearchParams {
  const target = request.url ?? "";
  const start = target.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : target.slice(start + 1));
}

/** Throws TypeError for what Fetch cannot express. The target is never read as a URL of its own (`//host/...`). */
export function webRequest(request: IncomingMessage, body?: Buffer): Request {
  const headers = new Headers();
  const { rawHeaders, method = "GET" } = request;
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string;
    if (!OWN_HEADERS.test(name)) headers.append(name, rawHeaders[i + 1] as string);
  }
  const host = request.headers.host ?? "";
  const url = `http://${HOST.test(host) ? host : "localhost"}${request.url ?? "/"}`;
  const hasBody = body !== undefined && body.byteLength > 0 && method !== "GET" && method !== "HEAD";
  return new Request(url, { method, headers, ...(hasBody ? { body: new Uint8Array(body) } : {}) });
}

/** The whole body; undefined if it is larger than `maxBytes`. Rejects if the client goes away. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Answers an upgrade request that becomes no socket, and ends the connection. */
export async function refuseUpgrade(socket: Duplex, response: RoomResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const lines = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}`,
    "Connection: close",
    `Content-Length: ${body.byteLength}`,
  ];
  response.headers.forEach((value, name) => {
    if (!/^(?:connection|content-length|transfer-encoding)$/i.test(name)) lines.push(`${name}: ${value}`);
  });
  socket.once("finish", () => socket.destroy());
  socket.end(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), body]));
}
