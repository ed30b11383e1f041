// Public names of the Node host.
export { serveRooms } from "./serve-rooms.ts";
export { serveWorker } from "./serve-worker.ts";
export type { ServeWorkerOptions, Worker, WorkerContext } from "./serve-worker.ts";
export { staticFiles } from "./static-files.ts";
export { webHandler } from "./web-handler.ts";
export { ServeError } from "./errors.ts";
export type { ServeErrorCode } from "./errors.ts";
export type { HookResult, Lobby, RoomHooks, RoomsServer, ServeLimits, ServeRoomsOptions } from "./options.ts";
