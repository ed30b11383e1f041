// Everything a client may send.
import type { CursorMessage } from "./messages/cursor.ts";
import type { DraftMessage } from "./messages/draft.ts";
import type { HelloMessage } from "./messages/hello.ts";
import type { MeMessage } from "./messages/presence.ts";
import type { PushMessage } from "./messages/push.ts";

export type ClientMessage = CursorMessage | DraftMessage | HelloMessage | MeMessage | PushMessage;
