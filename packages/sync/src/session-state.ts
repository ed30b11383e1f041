// Where a session stands, and what that means for the person's work.
import type { NackCode, Role } from "@inkroom/protocol";
import type { Op } from "@inkroom/model";
import type { Shape } from "@inkroom/shapes";

/** What the room has said of this connection. `isDamaged`: the board is shown as last saved and nobody may change it. */
type Place = { readonly role: Role; readonly peer: number; readonly isDamaged: boolean };

export type SessionState =
  /** Not started, or stopped. */
  | { readonly kind: "closed" }
  /** No line; the transport is trying. */
  | { readonly kind: "connecting" }
  /** hello is sent, welcome is not there yet. */
  | { readonly kind: "greeting" }
  /** Missed ops or the parts of a snapshot are coming in. */
  | ({ readonly kind: "catching-up" } & Place)
  | ({ readonly kind: "live" } & Place)
  /** The room will not have us; trying again would not help. `code`: close code, see close-codes.ts of protocol. */
  | { readonly kind: "refused"; readonly code: number };

/** `pending` counts own transactions that are not known to be durable in the room. */
export type SaveStatus =
  | { readonly kind: "saved" }
  | { readonly kind: "sending"; readonly pending: number }
  | { readonly kind: "offline"; readonly pending: number }
  /** The room cannot store anything now; what is pending is sent again until it can. */
  | { readonly kind: "put-off"; readonly pending: number }
  /** Changes cannot be saved, now or by waiting. What is pending is kept. */
  | { readonly kind: "refused"; readonly code: number };

/** An own transaction was dropped. `code` is missing where the room's answer was lost with a connection. */
export type Refusal = {
  readonly n: number;
  readonly code: NackCode | undefined;
  readonly ops: readonly Op[];
  readonly shapes: readonly Shape[];
};
