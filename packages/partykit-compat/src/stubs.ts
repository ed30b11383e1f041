// Other rooms of the same process, as a room of the older PartyKit reaches them.
import type { RoomsServer } from "@inkroom/node-host";
import type { Stub, Stubs } from "./party-types.ts";

/** `server` is asked for at the first call only: rooms may start, on an alarm, before it listens. */
export function stubsOf(parties: readonly string[], server: Promise<RoomsServer>): Stubs {
  return Object.fromEntries(parties.map((party) => [party, { get: (id: string) => stubOf(party, id, server) }]));
}

function stubOf(party: string, id: string, server: Promise<RoomsServer>): Stub {
  if (id === "" || /[/?#]/.test(id)) throw new TypeError("The id of a room is one segment of a path");
  return {
    async fetch(pathOrInit, init) {
      const [path, options] = typeof pathOrInit === "string" ? [pathOrInit, init] : ["", pathOrInit ?? init];
      const { rooms, url } = await server;
      const request = new Request(url + pathTo(party, id, path), options);
      // reason: the responses of the Node host are Fetch's.
      return (await rooms.request(party, id, request)) as Response;
    },
    async socket(path = "") {
      const { url } = await server;
      const socket = new WebSocket(url.replace("http", "ws") + pathTo(party, id, path));
      await new Promise((resolve, reject) => {
        socket.addEventListener("open", resolve, { once: true });
        socket.addEventListener("error", () => reject(new Error("The room refused the connection")), { once: true });
      });
      return socket;
    },
  };
}

function pathTo(party: string, id: string, path: string): string {
  if (path !== "" && !path.startsWith("/")) throw new TypeError("A path starts with a slash");
  return `/parties/${party}/${id}${path}`;
}
