// Public names: those of the older `partykit/server` module, so that a class changes one import, and the server for them.
export { servePartykit } from "./serve-partykit.ts";
export type { ServePartykitOptions } from "./serve-partykit.ts";
export type {
  Connection,
  ConnectionContext,
  ExecutionContext,
  FetchLobby,
  Lobby,
  Request,
  Room,
  Server,
  ServerOptions,
  Storage,
  Stub,
  Stubs,
  Worker,
} from "./party-types.ts";
