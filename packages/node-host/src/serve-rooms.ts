// Composition root of the Node host.
import type { RoomsServer, ServeRoomsOptions } from "./options.ts";

/**
 * Starts serving rooms. Rejects with `ServeError`. `env` may be left out when no room needs one.
 */
export async function serveRooms<Env = undefined>(_options: ServeRoomsOptions<Env>): Promise<RoomsServer> {
  throw new Error("not implemented yet");
}
