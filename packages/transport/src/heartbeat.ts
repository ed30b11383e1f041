// Tells a dead line from a quiet one. "ping" is answered with "pong" by the host, outside of the room.
import { HEARTBEAT_MS, PROBE_MS } from "./timings.ts";

export type HeartbeatPorts = { readonly sendPing: () => void; readonly onDead: () => void };

const MAX_SILENT_INTERVALS = 2;

export class Heartbeat {
  readonly #ports: HeartbeatPorts;
  #interval: ReturnType<typeof setInterval> | undefined;
  #probe: ReturnType<typeof setTimeout> | undefined;
  #silent = 0;

  constructor(ports: HeartbeatPorts) {
    this.#ports = ports;
  }

  /** The line is open. */
  start(): void {
    this.stop();
    this.#silent = 0;
    this.#interval = setInterval(() => this.#beat(), HEARTBEAT_MS);
  }

  /** A frame has come, whatever it was. */
  heard(): void {
    this.#silent = 0;
    clearTimeout(this.#probe);
    this.#probe = undefined;
  }

  /** Asks now, and does not wait long. */
  probe(): void {
    if (this.#interval === undefined || this.#probe !== undefined) return;
    this.#probe = setTimeout(() => this.#die(), PROBE_MS);
    this.#ports.sendPing();
  }

  stop(): void {
    clearInterval(this.#interval);
    clearTimeout(this.#probe);
    this.#interval = undefined;
    this.#probe = undefined;
  }

  #beat(): void {
    if (this.#silent >= MAX_SILENT_INTERVALS) return this.#die();
    this.#silent += 1;
    this.#ports.sendPing();
  }

  #die(): void {
    this.stop();
    this.#ports.onDead();
  }
}
