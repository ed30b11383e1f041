// The wire: messages, limits, codes, and the codec between messages and frames. docs/protocol.md describes it.
export {
  BODY_VERSION,
  BodyError,
  decodeEntries,
  decodeEntry,
  decodeOps,
  decodePlain,
  encodeEntry,
  encodeOps,
  encodePlain,
  joinEntries,
} from "./body.ts";
export { clientIdOfHash } from "./client-id.ts";
export { blobHash } from "./blob-hash.ts";
export type { ClientMessage } from "./client-message.ts";
export { CLOSE, type CloseCode, isFatalClose } from "./close-codes.ts";
export {
  decodeClient,
  type DecodedClient,
  type DecodedServer,
  type DecodeLimits,
  decodeServer,
  encode,
  type Encoding,
  encodingOf,
  FRAME_LIMITS,
  HELLO_LIMITS,
} from "./codec.ts";
export { deriveClientId } from "./derive-client-id.ts";
export { isFinal, NACK_CODES, type NackCode } from "./error-codes.ts";
export * from "./limits.ts";
export { type LoggedBody, packOpsFrame, packSnapFrame } from "./message-frame.ts";
export type { AckMessage } from "./messages/ack.ts";
export type { CursorMessage, CursorsMessage } from "./messages/cursor.ts";
export type { DraftMessage, DraftsMessage } from "./messages/draft.ts";
export type { HelloMessage } from "./messages/hello.ts";
export type { NackMessage } from "./messages/nack.ts";
export type { OpsMessage } from "./messages/ops.ts";
export type { KeyMessage } from "./messages/key.ts";
export type { MeMessage, PeersMessage, PeerState } from "./messages/presence.ts";
export { toWholeCoordinate } from "./messages/fields.ts";
export { type PackedLead, packLead, unpackLead } from "./messages/lead.ts";
export { packView, type PageView } from "./messages/page-view.ts";
export { type PackedCaret, packCaret, type TextCaret, unpackCaret } from "./messages/text-caret.ts";
export type { PushMessage } from "./messages/push.ts";
export type { ResyncMessage } from "./messages/resync.ts";
export type { SnapMessage } from "./messages/snap.ts";
export type { SumMessage } from "./messages/sum.ts";
export type { WelcomeMessage } from "./messages/welcome.ts";
export { opBytes } from "./op-size.ts";
export { splitBySize } from "./parts.ts";
export { isPresenceColor, PRESENCE_COLORS, type PresenceColor, presenceColor } from "./presence-color.ts";
export { type Role, ROLES } from "./roles.ts";
export type { ServerMessage } from "./server-message.ts";
export { PROTOCOL_VERSION } from "./version.ts";
