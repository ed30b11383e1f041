// Public names of the Durable Objects host. The bundler puts this package in place of `@inkroom/rooms`, so it has the
// values that room classes and applications import from there.
export { getServerByName } from "partyserver";
export { CHECKPOINT_KEY, ConnectionStateError, EPOCH_KEY, StorageError } from "@inkroom/rooms/contract";
export { consoleLog } from "./console-log.ts";
export { routePartykitRequest } from "./route-request.ts";
export { Server } from "./server.ts";
