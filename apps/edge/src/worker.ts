// What the platform loads: the classes of its Durable Objects by name, and the handler of requests.
import { type BoardEnv, BoardRoom } from "@inkroom/board-room";
import { consoleLog } from "@inkroom/durable-host";
import { type App, createApp } from "./app.ts";
import type { Env } from "./env.ts";

export { AddressAttempts } from "./address-attempts.ts";
export { BoardAccess } from "./board-access-object.ts";
export { Chat } from "@inkroom/example-chat/room";
export { Dashboard } from "@inkroom/example-dashboard/room";
export { Document } from "@inkroom/example-yjs/room";
export { Note } from "@inkroom/example-minimal/room";
export { Pond } from "@inkroom/example-game/room";
export { Presence } from "@inkroom/example-presence/room";

/** The whiteboard. All it needs of the platform beyond a room's own is a name for each new history. */
export class Board extends BoardRoom {
  constructor(ctx: BoardRoom["ctx"], env: BoardEnv) {
    super(ctx, { ...env, newEpoch: () => crypto.randomUUID() });
  }
}

let app: App | undefined;

const worker: ExportedHandler<Env> = {
  async fetch(request, env) {
    try {
      app ??= createApp(env);
      return await app(request);
    } catch (error) {
      consoleLog.error("http.failed", { error });
      return Response.json({ error: "internal" }, { status: 500, headers: { "cache-control": "no-store" } });
    }
  },
};

// oxlint-disable-next-line import/no-default-export -- reason: the platform asks for one
export default worker;
