// One WebSocket connection of the simulated network: two directions, each in order, each with its own delay, and all the
// ways in which a connection ends.
import type { ConnTransport, SocketEvents } from "@inkroom/rooms";
import type { Frame } from "@inkroom/sync";
import type { WorldClock } from "./world-clock.ts";

export type LineEnds = {
  /** The client hears a frame. */
  readonly onFrame: (frame: Frame) => void;
  /** The client learns that the connection has ended. */
  readonly onClosed: (code: number) => void;
};

/** One direction. `closing`: what is on its way arrives, nothing more is taken. `ended`, `void`: nothing arrives. */
type Flow = { untilMs: number; state: "flowing" | "closing" | "void" | "ended" };

export class Line {
  readonly #clock: WorldClock;
  readonly #delayMs: () => number;
  readonly #ends: LineEnds;
  readonly #up: Flow = { untilMs: 0, state: "flowing" };
  readonly #down: Flow = { untilMs: 0, state: "flowing" };
  #room: SocketEvents | undefined;

  constructor(clock: WorldClock, delayMs: () => number, ends: LineEnds) {
    this.#clock = clock;
    this.#delayMs = delayMs;
    this.#ends = ends;
  }

  /** The server's end, to be handed to the room. */
  readonly transport: ConnTransport = {
    bufferedAmount: 0,
    send: (data) => this.deliver(data),
    close: (code = 1005) => this.#pass(this.#down, () => this.#closedByRoom(code)),
    pause: () => {},
    resume: () => {},
  };

  attach(room: SocketEvents): void {
    this.#room = room;
  }

  /** Client to room. */
  send(frame: Frame): void {
    const data = typeof frame === "string" ? frame : frame.slice().buffer;
    this.#pass(this.#up, () => this.#room?.message(data));
  }

  /** Room to client. */
  deliver(frame: Frame): void {
    const data = typeof frame === "string" ? frame : frame.slice();
    this.#pass(this.#down, () => this.#ends.onFrame(data));
  }

  /** Both ends learn of the end. With `drain`, what the client has sent still arrives before it. */
  cut(drain: boolean): void {
    if (this.#up.state === "flowing") this.#up.state = drain ? "closing" : "ended";
    this.#down.state = "ended";
    this.#endRoom(1006);
    this.#clock.setTimer(this.#delayMs(), () => this.#ends.onClosed(1006));
  }

  /** Frames vanish in both directions; the room finds out after `roomNoticesMs`, the client by its own heartbeat. */
  fallSilent(roomNoticesMs: number): void {
    this.#up.state = "void";
    this.#down.state = "void";
    this.#clock.setTimer(roomNoticesMs, () => this.#room?.closed(1006, ""));
  }

  /** The client ends it. */
  hangUp(): void {
    this.#down.state = "ended";
    if (this.#up.state !== "flowing") return;
    this.#up.state = "closing";
    this.#endRoom(1000);
  }

  /** The server process has died: frames on their way to the client still arrive, then the end. */
  serverDied(): void {
    this.#room = undefined;
    this.#up.state = "ended";
    if (this.#down.state !== "flowing") return;
    this.#pass(this.#down, () => this.#ends.onClosed(1006));
    this.#down.state = "closing";
  }

  #closedByRoom(code: number): void {
    this.#down.state = "ended";
    this.#ends.onClosed(code);
    this.#endRoom(code);
  }

  #endRoom(code: number): void {
    const room = this.#room;
    const waitMs = Math.max(0, this.#up.untilMs - this.#clock.now()) + this.#delayMs();
    this.#clock.setTimer(waitMs, () => {
      this.#up.state = "ended";
      room?.closed(code, "");
    });
  }

  /** In order: nothing overtakes what was sent before. */
  #pass(flow: Flow, arrive: () => void): void {
    if (flow.state !== "flowing") return;
    flow.untilMs = Math.max(flow.untilMs, this.#clock.now() + this.#delayMs());
    this.#clock.setTimer(flow.untilMs - this.#clock.now(), () => {
      if (flow.state === "flowing" || flow.state === "closing") arrive();
    });
  }
}
