// Events of a room that wait for their turn, in the order of arrival.
import type { RoomRequest, RoomResponse } from "./ports.ts";
import type { RoomLife } from "./room-life.ts";
import type { Session } from "./session.ts";

export type RoomEvent =
  /** `after` is the connection whose id this one has taken over: it has to be through first. */
  | {
      readonly kind: "connect";
      readonly session: Session;
      readonly request: RoomRequest;
      readonly after: Session | undefined;
      readonly props: unknown;
    }
  | { readonly kind: "message"; readonly session: Session; readonly data: string | ArrayBuffer }
  | { readonly kind: "error"; readonly session: Session; readonly error: unknown }
  | { readonly kind: "close"; readonly session: Session; readonly code: number; readonly reason: string }
  | { readonly kind: "request"; readonly request: RoomRequest; readonly respond: (response: RoomResponse) => void; readonly props: unknown }
  | {
      readonly kind: "call";
      readonly method: string;
      readonly args: readonly unknown[];
      readonly resolve: (value: unknown) => void;
      readonly reject: (error: unknown) => void;
      readonly props: unknown;
    }
  | { readonly kind: "alarm" }
  | { readonly kind: "timer"; readonly life: RoomLife; readonly fn: () => void | Promise<void> };

/** FIFO queue; `take` is amortised O(1). */
export class Mailbox {
  #incoming: RoomEvent[] = [];
  #outgoing: RoomEvent[] = [];

  get size(): number {
    return this.#incoming.length + this.#outgoing.length;
  }

  /** What `take` would return. */
  peek(): RoomEvent | undefined {
    return this.#outgoing.at(-1) ?? this.#incoming[0];
  }

  put(event: RoomEvent): void {
    this.#incoming.push(event);
  }

  /** Puts events before all that wait. */
  putFirst(events: readonly RoomEvent[]): void {
    for (const event of events.toReversed()) this.#outgoing.push(event);
  }

  take(): RoomEvent | undefined {
    if (this.#outgoing.length === 0) {
      this.#outgoing = this.#incoming.reverse();
      this.#incoming = [];
    }
    return this.#outgoing.pop();
  }

  /** Empties the box. */
  takeAll(): RoomEvent[] {
    const all = [...this.#outgoing.reverse(), ...this.#incoming];
    this.#outgoing = [];
    this.#incoming = [];
    return all;
  }
}
