// A TCP connection to the server, for what no WebSocket client would send.
import { connect, type Socket } from "node:net";

export class RawSocket {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #ended = false;
  #waiting: (() => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const wake = () => {
      this.#waiting?.();
      this.#waiting = undefined;
    };
    socket.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      wake();
    });
    // A reset is an answer like an end: the other side does not want to hear more.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      this.#ended = true;
      wake();
    });
  }

  static async open(url: string): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    const raw = new RawSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    return raw;
  }

  write(bytes: string | Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  /** The HTTP status and headers of the answer; 0 for an end without one. What follows stays to be read. */
  async head(): Promise<{ readonly status: number; readonly text: string }> {
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      if (end >= 0) {
        const text = this.#received.subarray(0, end).toString("latin1");
        this.#received = this.#received.subarray(end + 4);
        return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text };
      }
      if (this.#ended) return { status: 0, text: "" };
      await this.#more();
    }
  }

  /** Payloads of frames from the server until `done` says enough or the connection ends. */
  async frames(done: (frame: ServerFrame) => boolean): Promise<readonly ServerFrame[]> {
    const frames: ServerFrame[] = [];
    for (;;) {
      const frame = this.#nextFrame();
      if (frame !== undefined) {
        frames.push(frame);
        if (done(frame)) return frames;
      } else if (this.#ended) return frames;
      else await this.#more();
    }
  }

  /** The code of the server's close frame; 1006 where the connection ended without one. */
  async closeCode(): Promise<number> {
    const last = (await this.frames(({ opcode }) => opcode === 8)).at(-1);
    return last?.opcode === 8 && last.payload.length >= 2 ? last.payload.readUInt16BE(0) : 1006;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #nextFrame(): ServerFrame | undefined {
    const bytes = this.#received;
    const short = (bytes[1] ?? 0) & 0x7f;
    const headBytes = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (bytes.length < headBytes) return undefined;
    const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
    if (bytes.length < headBytes + size) return undefined;
    this.#received = bytes.subarray(headBytes + size);
    return { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(headBytes, headBytes + size) };
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }
}

export type ServerFrame = { readonly opcode: number; readonly payload: Buffer };

/** One masked frame with a mask of zeros: 1 text, 2 binary. */
export function maskedFrame(opcode: 1 | 2, payload: Uint8Array): Buffer {
  const size = payload.length;
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (size < 126 ? size : size < 65_536 ? 126 : 127);
  if (head.length === 4) head.writeUInt16BE(size, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

/** The lines of an upgrade request to `path`. */
export function upgradeLines(path: string, host: string): readonly string[] {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
  ];
}
