// A transport whose other end is the test: it sees messages, not bytes.
import { type ClientMessage, decodeClient, encode, PROTOCOL_VERSION, type ServerMessage, type WelcomeMessage } from "@inkroom/protocol";
import type { Frame, Transport, TransportHandlers, TransportState } from "../ports.ts";

export class ScriptedRoom implements Transport {
  #handlers: TransportHandlers | undefined;
  #state: TransportState = "closed";
  #heard: ClientMessage[] = [];
  /** How often the session has asked for a new connection. */
  reconnects = 0;

  get state(): TransportState {
    return this.#state;
  }

  open(handlers: TransportHandlers): void {
    this.#handlers = handlers;
    this.#state = "connecting";
  }

  send(frame: Frame): boolean {
    if (this.#state !== "open") return false;
    const decoded = decodeClient(frame);
    if (!decoded.ok) throw new Error("the session has sent an invalid frame");
    this.#heard.push(decoded.message);
    return true;
  }

  close(): void {
    this.#handlers = undefined;
    this.#state = "closed";
  }

  reconnect(): void {
    this.reconnects += 1;
    this.#state = "connecting";
    this.#handlers?.onDown();
  }

  /** What the session has sent since the last look; only those of one type where one is given. */
  heard<Type extends ClientMessage["t"]>(type?: Type): readonly Extract<ClientMessage, { t: Type }>[] {
    const all = this.#heard;
    this.#heard = [];
    // reason: the filter makes it so.
    return all.filter(({ t }) => type === undefined || t === type) as Extract<ClientMessage, { t: Type }>[];
  }

  accept(): void {
    this.#state = "open";
    this.#handlers?.onOpen();
  }

  drop(): void {
    this.#state = "connecting";
    this.#handlers?.onDown();
  }

  refuse(code: number): void {
    this.#state = "refused";
    this.#handlers?.onRefused(code);
  }

  say(message: ServerMessage): void {
    this.#handlers?.onFrame(encode(message, "binary"));
  }

  raw(frame: Frame): void {
    this.#handlers?.onFrame(frame);
  }

  welcome(welcome: Partial<WelcomeMessage> = {}): void {
    this.say({ t: "welcome", v: PROTOCOL_VERSION, epoch: "e1", head: 0, lastN: 0, mode: "tail", role: "edit", peer: 1, ...welcome });
  }
}
