// One message, encoded once per form however many connections it goes to.
import { encode, type Encoding, type ServerMessage } from "@inkroom/protocol";
import type { Member } from "./session.ts";

export type Frame = string | Uint8Array;

/** The frames of one message; made when first asked for, the same instance afterwards. */
export class Frames {
  readonly #make: (encoding: Encoding) => Frame;
  readonly #made = new Map<Encoding, Frame>();

  constructor(make: (encoding: Encoding) => Frame) {
    this.#make = make;
  }

  /** The frames of a message at hand. */
  static of(message: ServerMessage): Frames {
    return new Frames((encoding) => encode(message, encoding));
  }

  as(encoding: Encoding): Frame {
    const known = this.#made.get(encoding);
    if (known !== undefined) return known;
    const frame = this.#make(encoding);
    this.#made.set(encoding, frame);
    return frame;
  }
}

/** Sends a message to one member. */
export function tell(member: Member, message: ServerMessage): void {
  member.connection.send(encode(message, member.encoding));
}
