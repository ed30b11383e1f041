// A connection whose other end is the test: keeps what was sent and how it was closed.
import { decodeServer, type ServerMessage } from "@inkroom/protocol";
import type { Connection, ReadyState } from "@inkroom/rooms";

export class TestConnection implements Connection {
  readonly id: string;
  readonly server = "test";
  readonly uri: string;
  readonly tags: readonly string[];
  state: Readonly<unknown> | null = null;
  readyState: ReadyState = 1;
  /** What the line has not taken; set by the test. */
  bufferedAmount = 0;
  /** Frames in order of sending; the very objects that were sent. */
  readonly frames: (string | Uint8Array | ArrayBuffer)[] = [];
  closedWith: number | undefined;
  #read = 0;

  constructor(id: string, state: unknown = null) {
    this.id = id;
    this.uri = `ws://test/parties/board/x?_pk=${id}`;
    this.tags = [id];
    this.state = structuredCloneOf(state);
  }

  setState(next: unknown): Readonly<unknown> | null {
    this.state = structuredCloneOf(typeof next === "function" ? next(this.state) : next);
    return this.state;
  }

  serializeAttachment(value: unknown): void {
    this.setState(value);
  }

  deserializeAttachment(): Readonly<unknown> | null {
    return this.state;
  }

  // The board listens through its hooks only.
  addEventListener(): void {}
  removeEventListener(): void {}

  get socket(): this {
    return this;
  }

  send(data: string | Uint8Array | ArrayBuffer): void {
    if (this.readyState === 1) this.frames.push(data);
  }

  close(code?: number): void {
    if (this.readyState !== 1) return;
    this.readyState = 2;
    this.closedWith = code;
  }

  /** The messages since the last call. */
  take(): ServerMessage[] {
    const fresh = this.frames.slice(this.#read);
    this.#read = this.frames.length;
    return fresh.map(decoded);
  }
}

function decoded(frame: string | Uint8Array | ArrayBuffer): ServerMessage {
  const result = decodeServer(frame instanceof ArrayBuffer ? new Uint8Array(frame) : frame);
  if (!result.ok) throw new Error("the room sent what nobody can read");
  return result.message;
}

/** Attachments of this package are JSON; a clone shows writes that bypass setState. */
function structuredCloneOf(value: unknown): Readonly<unknown> | null {
  return value === null ? null : JSON.parse(JSON.stringify(value));
}
