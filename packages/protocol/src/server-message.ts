// Everything a room may send.
import type { AckMessage } from "./messages/ack.ts";
import type { CursorsMessage } from "./messages/cursor.ts";
import type { DraftsMessage } from "./messages/draft.ts";
import type { KeyMessage } from "./messages/key.ts";
import type { NackMessage } from "./messages/nack.ts";
import type { OpsMessage } from "./messages/ops.ts";
import type { PeersMessage } from "./messages/presence.ts";
import type { ResyncMessage } from "./messages/resync.ts";
import type { SnapMessage } from "./messages/snap.ts";
import type { SumMessage } from "./messages/sum.ts";
import type { WelcomeMessage } from "./messages/welcome.ts";

export type ServerMessage =
  | AckMessage
  | CursorsMessage
  | DraftsMessage
  | KeyMessage
  | NackMessage
  | OpsMessage
  | PeersMessage
  | ResyncMessage
  | SnapMessage
  | SumMessage
  | WelcomeMessage;
