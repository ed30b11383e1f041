// A WebSocket client whose messages are taken in order and whose end can be awaited.
import WebSocket from "ws";
import type { ClientOptions } from "ws";

export type Closed = { readonly code: number; readonly reason: string };

export class Client {
  readonly socket: WebSocket;
  readonly opened: Promise<void>;
  readonly closed: Promise<Closed>;
  /** HTTP status with which the upgrade was answered. */
  readonly refused: Promise<number>;
  readonly #inbox: (string | Buffer)[] = [];
  readonly #waiting: ((message: string | Buffer) => void)[] = [];

  constructor(url: string, options: ClientOptions) {
    this.socket = new WebSocket(url, { perMessageDeflate: false, ...options });
    this.socket.on("error", () => {}); // the close that follows is what cases look at
    this.opened = new Promise((resolve) => this.socket.on("open", resolve));
    this.closed = new Promise((resolve) => this.socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() })));
    this.refused = new Promise((resolve) =>
      this.socket.on("unexpected-response", (_request, response) => {
        resolve(response.statusCode ?? 0);
        response.resume();
      }),
    );
    this.socket.on("message", (data, isBinary) => {
      const message = isBinary ? (data as Buffer) : (data as Buffer).toString();
      const waiting = this.#waiting.shift();
      if (waiting === undefined) this.#inbox.push(message);
      else waiting(message);
    });
  }

  /** The next message as text; bytes as a list of numbers. */
  async next(): Promise<string | number[]> {
    const message = this.#inbox.shift() ?? (await new Promise<string | Buffer>((resolve) => this.#waiting.push(resolve)));
    return typeof message === "string" ? message : [...message];
  }

  async take(count: number): Promise<(string | number[])[]> {
    const messages: (string | number[])[] = [];
    while (messages.length < count) messages.push(await this.next());
    return messages;
  }

  /** Skips messages until one starts with `start`; gives what follows it, parsed. */
  async after(start: string): Promise<unknown> {
    for (;;) {
      const message = await this.next();
      if (typeof message === "string" && message.startsWith(start)) return JSON.parse(message.slice(start.length)) as unknown;
    }
  }

  async send(data: string | Uint8Array): Promise<void> {
    if (this.socket.readyState === WebSocket.CONNECTING) await this.opened;
    this.socket.send(data);
  }

  async tell(...command: readonly unknown[]): Promise<void> {
    await this.send(JSON.stringify(command));
  }

  /** Runs a command in the room; skips messages that are no answer. */
  async ask(...command: readonly unknown[]): Promise<unknown> {
    await this.tell(...command);
    for (;;) {
      const message = await this.next();
      if (typeof message === "string" && message.startsWith('{"result":')) return (JSON.parse(message) as { result: unknown }).result;
    }
  }

  async close(code?: number, reason?: string): Promise<Closed> {
    this.socket.close(code, reason);
    return this.closed;
  }
}
