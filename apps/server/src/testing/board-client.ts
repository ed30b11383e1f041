// A member of a board for tests: real tickets, a real WebSocket, and every message kept until somebody waits for it.
import { randomUUID } from "node:crypto";
import { applyTxn, Board, type Entry, hashBoard, type Op, type Txn } from "@inkroom/model";
import {
  type ClientMessage,
  decodeServer,
  deriveClientId,
  encode,
  type Encoding,
  type HelloMessage,
  PROTOCOL_VERSION,
  type ServerMessage,
} from "@inkroom/protocol";
import { getTicket, type TestBoard } from "./board-access.ts";

type Of<T extends ServerMessage["t"]> = Extract<ServerMessage, { t: T }>;
export type ClientOptions = {
  readonly role?: "edit" | "view";
  readonly name?: string;
  readonly proof?: string;
  readonly encoding?: Encoding;
};

export class BoardClient {
  readonly proof: string;
  readonly clientId: string;
  /** Everything received, in order. */
  readonly received: ServerMessage[] = [];
  /** Frames that no client of this version could read. */
  unreadable = 0;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  closeCode: number | undefined;
  readonly #socket: WebSocket;
  readonly #options: ClientOptions;
  readonly #waiting = new Set<() => void>();

  private constructor(socket: WebSocket, options: ClientOptions) {
    this.#socket = socket;
    this.#options = options;
    this.proof = options.proof ?? randomUUID();
    this.clientId = deriveClientId(this.proof);
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => this.#receive(data));
    this.closed = new Promise((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
    void this.closed.then((code) => {
      this.closeCode = code;
      this.#wake();
    });
  }

  /** An open connection that has not said anything. */
  static async connect(url: string, board: TestBoard, options: ClientOptions = {}): Promise<BoardClient> {
    const ticket = await getTicket(url, board.id, board.links[options.role ?? "edit"]);
    const socket = new WebSocket(`${url.replace("http", "ws")}/parties/board/${board.id}?_pk=${randomUUID()}&ticket=${ticket}`);
    const client = new BoardClient(socket, options);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener("open", () => resolve());
      socket.addEventListener("error", () => reject(new Error("the upgrade was refused")));
    });
    return client;
  }

  /** A member that has the whole board. */
  static async join(url: string, board: TestBoard, options: ClientOptions = {}): Promise<BoardClient> {
    const client = await BoardClient.connect(url, board, options);
    client.send(client.hello());
    await client.next("peers");
    return client;
  }

  hello(fields: Partial<HelloMessage> = {}): HelloMessage {
    return {
      t: "hello",
      v: PROTOCOL_VERSION,
      clientId: this.clientId,
      proof: this.proof,
      since: 0,
      name: this.#options.name ?? "tester",
      ...fields,
    };
  }

  send(message: ClientMessage): void {
    this.sendRaw(encode(message, this.#options.encoding ?? "text"));
  }

  sendRaw(frame: string | Uint8Array): void {
    // reason: no frame of these tests lies in shared memory.
    if (this.#socket.readyState === WebSocket.OPEN)
      this.#socket.send(typeof frame === "string" ? frame : (frame as Uint8Array<ArrayBuffer>));
  }

  push(n: number, ops: readonly Op[]): void {
    // reason: the message's type is inferred from its schema and is the mutable form of the same data.
    this.send({ t: "push", n, ops } as unknown as ClientMessage);
  }

  /** The first message of a type, received or to come, that `matches`; rejects when the connection closes before. */
  async next<T extends ServerMessage["t"]>(type: T, matches: (message: Of<T>) => boolean = () => true): Promise<Of<T>> {
    for (let from = 0; ;) {
      const found = this.received.slice(from).find((message): message is Of<T> => message.t === type && matches(message as Of<T>));
      if (found !== undefined) return found;
      if (this.closeCode !== undefined) throw new Error(`closed with ${this.closeCode} while waiting for ${type}`);
      from = this.received.length;
      await this.change();
    }
  }

  /** Resolves with the next message, or when the connection closes. */
  change(): Promise<void> {
    return this.closeCode === undefined ? new Promise((resolve) => this.#waiting.add(resolve)) : Promise.resolve();
  }

  /** All messages of a type so far. */
  all<T extends ServerMessage["t"]>(type: T): Of<T>[] {
    return this.received.filter((message): message is Of<T> => message.t === type);
  }

  /** The board as this join gave it: a snapshot, and the transactions that came after it. */
  board(): Board {
    const board = new Board();
    // reason: validated by decodeServer; the messages' types are the mutable forms of Entry and Txn.
    for (const { entries } of this.all("snap")) for (const entry of entries as readonly Entry[]) board.put(entry);
    for (const { list } of this.all("ops")) for (const txn of list as unknown as readonly Txn[]) applyTxn(board, txn);
    return board;
  }

  close(): void {
    this.#socket.close(1000);
  }

  #receive(data: unknown): void {
    const decoded = decodeServer(typeof data === "string" ? data : new Uint8Array(data as ArrayBuffer));
    if (decoded.ok) this.received.push(decoded.message);
    else this.unreadable += 1;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** The hash of a board as a newcomer gets it. */
export async function hashOf(url: string, board: TestBoard): Promise<{ readonly hash: string; readonly board: Board }> {
  const visitor = await BoardClient.join(url, board, { encoding: "binary", role: "view" });
  const seen = visitor.board();
  visitor.close();
  await visitor.closed;
  return { hash: hashBoard(seen), board: seen };
}
