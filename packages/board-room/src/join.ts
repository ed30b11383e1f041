// hello: from visitor to member. Decides what the newcomer needs to have the board.
import { deriveClientId, type HelloMessage, PROTOCOL_VERSION, type WelcomeMessage, CLOSE, type CloseCode } from "@inkroom/protocol";

/** Why a hello ends the connection; undefined where it is welcome. */
export function helloRefusal(hello: HelloMessage): CloseCode | undefined {
  if (hello.v !== PROTOCOL_VERSION) return CLOSE.version;
  return deriveClientId(hello.proof) === hello.clientId ? undefined : CLOSE.forbidden;
}

/** Missed transactions that are sent as such in any case; more of them only if the board itself is larger. */
const SHORT_TAIL = 200;

/**
 * tail: the missed ops follow. snapshot: the whole board follows, because the client has none, has one of another
 * history, claims more than there is, or missed more than the board is large.
 */
export function joinMode(
  hello: Pick<HelloMessage, "epoch" | "since">,
  room: { readonly epoch: string; readonly head: number; readonly entryCount: number },
): WelcomeMessage["mode"] {
  if (room.head === 0 && hello.since === 0) return "tail";
  if (hello.since === 0 || hello.since > room.head || hello.epoch !== room.epoch) return "snapshot";
  return room.head - hello.since <= SHORT_TAIL + room.entryCount ? "tail" : "snapshot";
}
