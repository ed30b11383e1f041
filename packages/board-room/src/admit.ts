// The border: what becomes of a frame before any use case sees it. In this order:
// 1 frame rate, 2 size, depth, form and schema (protocol), 3 hello first and once, 4 permission, 5 rate of its kind.
import {
  CLOSE,
  type CloseCode,
  type CursorMessage,
  decodeClient,
  type DraftMessage,
  type Encoding,
  encodingOf,
  FRAME_LIMITS,
  HELLO_LIMITS,
  type HelloMessage,
  type MeMessage,
  type NackCode,
} from "@inkroom/protocol";
import { can } from "./can.ts";
import type { Push } from "./commit.ts";
import type { RoomLimits } from "./limits.ts";
import { overRate, strike, takeToken } from "./rate.ts";
import type { Session } from "./session.ts";

export type Admission =
  | { readonly kind: "hello"; readonly hello: HelloMessage; readonly encoding: Encoding }
  | { readonly kind: "push"; readonly push: Push }
  | { readonly kind: "presence"; readonly message: MeMessage | CursorMessage | DraftMessage }
  /** Answer with a nack; nothing else happens. */
  | { readonly kind: "nack"; readonly n: number; readonly code: NackCode }
  | { readonly kind: "close"; readonly code: CloseCode }
  | { readonly kind: "drop" };

const DROP: Admission = { kind: "drop" };
const NOT_OUR_LANGUAGE: Admission = { kind: "close", code: CLOSE.badMessage };

/** Judges one frame of a session. Remembers rates and strikes in `session.manners`, changes nothing else. */
export function admit(session: Session, frame: string | Uint8Array, limits: RoomLimits, now: number): Admission {
  const { manners } = session;
  if (!takeToken(manners.frames, limits.frames, now)) return { kind: "close", code: CLOSE.rate };
  const decoded = decodeClient(frame, session.kind === "visitor" ? HELLO_LIMITS : FRAME_LIMITS);
  if (!decoded.ok && decoded.kind === "close") return { kind: "close", code: decoded.code };
  if (session.kind === "visitor") {
    if (!decoded.ok || decoded.message.t !== "hello") return NOT_OUR_LANGUAGE;
    return { kind: "hello", hello: decoded.message, encoding: encodingOf(frame) };
  }
  if (!decoded.ok) return faulty(session, decoded.n, decoded.code, limits, now);
  const { message } = decoded;
  switch (message.t) {
    case "hello":
      return NOT_OUR_LANGUAGE;
    case "push":
      return admitPush(session, message, limits, now);
    case "me":
      return takeToken(manners.pushes, limits.pushes, now) ? { kind: "presence", message } : DROP;
    case "cursor":
    case "draft":
      if (!can(session.grant.role, message.t === "draft" ? "draw" : "presence")) return DROP;
      return takeToken(manners.motion, limits.motion, now) ? { kind: "presence", message } : DROP;
    default:
      return message satisfies never;
  }
}

/** A message in our language with something wrong in it: refused, and one strike. */
function faulty(session: Session, n: number, code: NackCode, limits: RoomLimits, now: number): Admission {
  if (strike(session.manners, limits, now)) return NOT_OUR_LANGUAGE;
  // Without a number it cannot be decided for good; with one it is, like any other push.
  return n === 0 ? { kind: "nack", n, code } : admitPush(session, { n, fault: code }, limits, now);
}

function admitPush(session: Session, push: Push, limits: RoomLimits, now: number): Admission {
  if (!can(session.grant.role, "draw")) return { kind: "nack", n: push.n, code: "forbidden" };
  if (takeToken(session.manners.pushes, limits.pushes, now)) return { kind: "push", push };
  return overRate(session.manners, limits, now) ? { kind: "close", code: CLOSE.rate } : { kind: "nack", n: push.n, code: "rate" };
}
