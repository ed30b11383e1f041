// A server for classes of the older PartyKit: their static hooks, their files, their rooms.
import { serveRooms, staticFiles, webHandler } from "@inkroom/node-host";
import type { HookResult, Lobby as RoomLobby, RoomsServer, ServeRoomsOptions } from "@inkroom/node-host";
import { adapt } from "./adapter.ts";
import type { ExecutionContext, Lobby, Worker } from "./party-types.ts";
import { stubsOf } from "./stubs.ts";

type Env = Readonly<Record<string, unknown>>;
type Hook = "onBeforeConnect" | "onBeforeRequest";

export type ServePartykitOptions = Omit<ServeRoomsOptions<Env>, "parties" | "hooks" | "fetch" | "env"> & {
  /** Served at /party/<room> and /parties/main/<room>; its `onFetch` answers what is for no room. */
  readonly main: Worker;
  /** Further classes, each at /parties/<key>/<room>. */
  readonly parties?: Readonly<Record<string, Worker>>;
  /** `room.env`. Default empty. */
  readonly env?: Env;
  /** Folder whose files are served at /, before `onFetch` is asked (`serve` in partykit.json). */
  readonly serve?: string;
};

/** Starts serving; resolves when connections are accepted. Rejects with `ServeError` as `serveRooms` does. */
export async function servePartykit(options: ServePartykitOptions): Promise<RoomsServer> {
  const { main, parties, env = {}, serve, ...rest } = options;
  const workers: Readonly<Record<string, Worker>> = { ...parties, main };
  const listening = Promise.withResolvers<RoomsServer>();
  const stubs = stubsOf(Object.keys(workers), listening.promise);
  const context: ExecutionContext = {
    waitUntil: (promise) => void promise.catch((error: unknown) => rest.log?.error("hook.wait_until_failed", { error })),
  };

  const before =
    (hook: Hook) =>
    async (request: Request, { party, name }: RoomLobby): Promise<HookResult> => {
      const worker = workers[party];
      const lobby: Lobby = { id: name, env, parties: stubs };
      try {
        return await worker?.[hook]?.(request, lobby, context);
      } catch (error) {
        return new Response(error instanceof Error && error.message !== "" ? error.message : "Unauthorized", { status: 401 });
      }
    };
  const onFetch = webHandler(
    async (request) => (await main.onFetch?.(request, { env, parties: stubs }, context)) ?? new Response("Not found", { status: 404 }),
  );
  const starting = serveRooms<Env>({
    ...rest,
    env,
    parties: Object.fromEntries(Object.entries(workers).map(([name, worker]) => [name, adapt(worker, stubs)])),
    hooks: { onBeforeConnect: before("onBeforeConnect"), onBeforeRequest: before("onBeforeRequest") },
    fetch: serve === undefined ? onFetch : staticFiles({ "/": serve }, onFetch),
  });
  listening.promise.catch(() => {}); // whoever waits for it is told by the caller's own rejection
  starting.then(listening.resolve, listening.reject);
  return starting;
}
