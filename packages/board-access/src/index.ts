// Public names of the access to boards: who may make, open and share one, over HTTP and at the upgrade.
export { type Answer, ANSWER_HEADERS, type HttpErrorCode, payloadOf, refusal } from "./answer.ts";
export { type Attempts, createAttempts, inWindow, type Window } from "./attempts.ts";
export type { Awaitable } from "./awaitable.ts";
export { type ApiRequest, type BoardApi, type BoardApiOptions, createBoardApi } from "./board-api.ts";
export { createHealth, type Health } from "./health.ts";
export { createLinks, type Grant, type Link, type LinkRegistry, type Links } from "./links.ts";
export { MODERATIONS_PER_MINUTE } from "./moderation-api.ts";
export { isOriginAllowed, type OriginRule } from "./origin.ts";
export { cacheOf, isDecodable, pageFile } from "./page-files.ts";
export { MAX_BODY_BYTES } from "./read-json.ts";
export { BOARD_ID, hashSecret, newSecret, SECRET } from "./secrets.ts";
export { securityHeaders } from "./security-headers.ts";
export { origin, origins, text, whole, word } from "./setting-forms.ts";
export { createTickets, type Tickets } from "./tickets.ts";
export type { ToRoom } from "./to-room.ts";
export { createUpgradeHook, type UpgradeHook, type UpgradeRule } from "./upgrade.ts";
