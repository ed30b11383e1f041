// How the code that fetches tickets says "never": any other error of it means "not now" and is retried.
import { CLOSE, type CloseCode } from "@inkroom/protocol";

/** Thrown where there will never be a ticket: the transport gives up and is refused with `code`. */
export class TicketRefused extends Error {
  override readonly name = "TicketRefused";
  /** What the session is told, as if the room had closed with it. */
  readonly code: CloseCode;

  /** `status`: what the server answered to the request for a ticket; 404 means no such board, all others not allowed. */
  constructor(status: number, options?: ErrorOptions) {
    super(`no ticket: ${status}`, options);
    this.code = status === 404 ? CLOSE.noRoom : CLOSE.forbidden;
  }
}
