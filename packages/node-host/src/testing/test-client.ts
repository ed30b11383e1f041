// A WebSocket client whose messages and end can be awaited in order, and a raw socket for what clients must not do.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import WebSocket from "ws";
import type { ClientOptions } from "ws";

export type Closed = { readonly code: number; readonly reason: string };

export class TestClient {
  readonly socket: WebSocket;
  readonly closed: Promise<Closed>;
  readonly #inbox: (string | Buffer)[] = [];
  readonly #waiting: ((message: string | Buffer) => void)[] = [];

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, options);
    this.socket.on("error", () => {}); // the close that follows is what tests look at
    this.closed = new Promise((resolve) => this.socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() })));
    this.socket.on("message", (data, isBinary) => {
      const message = isBinary ? (data as Buffer) : (data as Buffer).toString();
      const waiting = this.#waiting.shift();
      if (waiting === undefined) this.#inbox.push(message);
      else waiting(message);
    });
  }

  async opened(): Promise<this> {
    await once(this.socket, "open");
    return this;
  }

  /** The next message; in order, none is skipped. */
  next(): Promise<string | Buffer> {
    const message = this.#inbox.shift();
    return message === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(message);
  }

  async take(count: number): Promise<(string | Buffer)[]> {
    const messages: (string | Buffer)[] = [];
    while (messages.length < count) messages.push(await this.next());
    return messages;
  }

  /** Messages that have arrived and were not taken. */
  get unread(): number {
    return this.#inbox.length;
  }

  send(data: string | Uint8Array): void {
    this.socket.send(data);
  }

  async close(code?: number, reason?: string): Promise<Closed> {
    this.socket.close(code, reason);
    return this.closed;
  }
}

/** Sends bytes over TCP and resolves with all that came back when the server ended the connection. */
export async function rawExchange(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => {});
  socket.write(bytes);
  await once(socket, "close");
  return Buffer.concat(chunks).toString("latin1");
}

/** A socket after a valid upgrade, for frames that no client library would send. */
export async function rawUpgrade(port: number, path: string): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  const key = randomBytes(16).toString("base64");
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await once(socket, "data");
  return socket;
}

/** A masked frame of any kind, as RFC 6455 section 5.2 lays it out. */
export function clientFrame(opcode: number, payload: Buffer, { fin = true, masked = true, rsv = 0 } = {}): Buffer {
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  const maskBit = masked ? 0x80 : 0;
  const length =
    payload.length < 126
      ? Buffer.from([maskBit | payload.length])
      : Buffer.concat([
          Buffer.from([maskBit | 127]),
          (() => {
            const wide = Buffer.alloc(8);
            wide.writeBigUInt64BE(BigInt(payload.length));
            return wide;
          })(),
        ]);
  return Buffer.concat([Buffer.from([first]), length, Buffer.alloc(masked ? 4 : 0), payload]);
}
