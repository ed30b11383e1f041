// Runs an application that was written for Workers and partyserver: `export default { fetch }` and its room classes.
import type { IncomingMessage, ServerResponse } from "node:http";
import { partyOf, unfailingLog } from "@inkroom/rooms";
import type { RoomClass, RoomHosts, RoomNamespace } from "@inkroom/rooms";
import { stderrLog } from "./node-ports.ts";
import type { RoomsServer, ServeRoomsOptions } from "./options.ts";
import { composeServer } from "./serve-rooms.ts";
import { serveEnv } from "./serving-env.ts";
import { webHandler } from "./web-handler.ts";
import { webRequest } from "./web-request.ts";
import { namespacesOf, Upgrades } from "./worker-door.ts";
import type { Admission } from "./worker-door.ts";

/** What a Worker's `fetch` gets as its third argument. */
export type WorkerContext = { waitUntil(promise: Promise<unknown>): void; passThroughOnException(): void };

export type Worker<Env> = {
  fetch(request: Request, env: Env, context: WorkerContext): Response | Promise<Response>;
};

// reason: what a class takes as env contains the namespaces, which are added here.
type AnyRoomClass = RoomClass<any>; // oxlint-disable-line typescript/no-explicit-any

export type ServeWorkerOptions<Env> = Omit<ServeRoomsOptions<unknown>, "parties" | "env" | "hooks" | "fetch"> & {
  /** The default export of the application. It routes with `routePartykitRequest`; requests for rooms do not go past it. */
  readonly worker: Worker<Env>;
  /** Classes by the name of their binding, as in wrangler's configuration: `MyRoom` and `MY_ROOM` are `/parties/my-room/...`. */
  readonly parties: Readonly<Record<string, AnyRoomClass>>;
  /** Further variables. The worker and the rooms get them together with one namespace for each class. */
  readonly env?: Readonly<Record<string, unknown>>;
};

/** Starts serving; resolves when connections are accepted. Rejects with `ServeError`, and with TypeError for two classes of one URL. */
export async function serveWorker<Env = Record<string, unknown>>(options: ServeWorkerOptions<Env>): Promise<RoomsServer> {
  const { worker, parties, env, ...rest } = options;
  const log = unfailingLog(rest.log ?? stderrLog());
  const byParty = Object.entries(parties).map(([binding, roomClass]) => [partyOf(binding), roomClass] as const);
  if (new Map(byParty).size < byParty.length) throw new TypeError("Two bindings have the same name in URLs");
  const upgrades = new Upgrades();
  let rooms: RoomHosts | undefined;
  const namespaces: Record<string, RoomNamespace> = namespacesOf(parties, () => rooms as RoomHosts, upgrades);
  const whole = { ...env, ...namespaces };
  const serving = serveEnv(whole);
  const fetch = async (request: Request): Promise<Response> => {
    const context: WorkerContext = {
      waitUntil: (promise) => void Promise.resolve(promise).catch((error: unknown) => log.error("worker.wait_until_failed", { error })),
      passThroughOnException: () => {},
    };
    return serving.run(() => worker.fetch(request, whole as Env, context));
  };
  const plain = webHandler(
    async (request) => {
      const response = await fetch(request);
      return upgrades.take(response) === undefined ? response : new Response("Upgrade required", { status: 426 });
    },
    rest.limits?.maxBodyBytes === undefined ? {} : { maxBodyBytes: rest.limits.maxBodyBytes },
  );
  const starting = composeServer<unknown>({ ...rest, log, parties: Object.fromEntries(byParty), env: whole }, (made) => {
    rooms = made;
    return {
      plain: (request: IncomingMessage, response: ServerResponse) => plain(request, response),
      async admit(request): Promise<Admission | Response> {
        let upgrade: Request;
        try {
          upgrade = webRequest(request);
        } catch {
          return new Response("Bad request", { status: 400 });
        }
        const response = await fetch(upgrade);
        return upgrades.take(response) ?? response;
      },
    };
  });
  try {
    const server = await starting;
    return { ...server, close: (how) => server.close(how).finally(() => serving.end()) };
  } catch (error) {
    serving.end();
    throw error;
  }
}
