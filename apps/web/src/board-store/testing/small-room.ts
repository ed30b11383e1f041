// A room with one log, for tests of what a browser sends: it takes every push that is the next one of its client.
import type { LoggedTxn } from "@inkroom/model";
import { type CloseCode, decodeClient, encode, PROTOCOL_VERSION, type Role, type ServerMessage } from "@inkroom/protocol";
import type { Frame, Transport, TransportHandlers, TransportState } from "@inkroom/sync";

export class SmallRoom {
  readonly log: LoggedTxn[] = [];
  epoch = "e1";
  role: Role = "edit";
  /** Ends each connection with this code instead of a welcome. */
  refusal: CloseCode | undefined;
  /** Hellos heard: what was asked for. */
  readonly hellos: { readonly clientId: string; readonly since: number }[] = [];
  /** Lines open at this moment. */
  lines = 0;

  lastN(client: string): number {
    return Math.max(0, ...this.log.filter((txn) => txn.client === client).map(({ n }) => n));
  }

  line(): Transport {
    return new SmallLine(this);
  }
}

class SmallLine implements Transport {
  readonly #room: SmallRoom;
  #handlers: TransportHandlers | undefined;
  #client = "";
  state: TransportState = "closed";

  constructor(room: SmallRoom) {
    this.#room = room;
  }

  open(handlers: TransportHandlers): void {
    this.#handlers = handlers;
    this.#room.lines += 1;
    this.state = "open";
    handlers.onOpen();
  }

  send(frame: Frame): boolean {
    const decoded = decodeClient(frame);
    if (!decoded.ok) throw new Error("not a message of a client");
    // What a line carries arrives later than it is sent.
    queueMicrotask(() => this.#hear(decoded.message));
    return true;
  }

  close(): void {
    if (this.state === "open") this.#room.lines -= 1;
    this.state = "closed";
    this.#handlers = undefined;
  }

  reconnect(): void {
    throw new Error("the room makes no sense");
  }

  #hear(message: Extract<ReturnType<typeof decodeClient>, { ok: true }>["message"]): void {
    const { log, epoch, role, refusal, hellos } = this.#room;
    if (message.t === "hello") {
      this.#client = message.clientId;
      hellos.push({ clientId: message.clientId, since: message.since });
      if (refusal !== undefined) return this.#handlers?.onRefused(refusal);
      const lastN = this.#room.lastN(this.#client);
      this.#say({ t: "welcome", v: PROTOCOL_VERSION, epoch, head: log.length, lastN, mode: "tail", role, peer: 1 });
      const tail = log.slice(message.epoch === epoch ? message.since : 0);
      if (tail.length > 0) this.#say({ t: "ops", list: tail });
    }
    if (message.t !== "push") return;
    if (message.n !== this.#room.lastN(this.#client) + 1) throw new Error(`push ${message.n} is not the next one`);
    const txn = { seq: log.length + 1, client: this.#client, n: message.n, ts: 0, ops: message.ops };
    log.push(txn);
    this.#say({ t: "ack", n: txn.n, seq: txn.seq });
    this.#say({ t: "ops", list: [txn] });
  }

  #say(message: ServerMessage): void {
    this.#handlers?.onFrame(encode(message, "binary"));
  }
}
