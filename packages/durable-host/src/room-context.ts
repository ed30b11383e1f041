// `this.ctx` as rooms know it, put onto the platform's own object: what it has already stays what it is.
import { partyOf } from "@inkroom/rooms/contract";
import type { AutoResponse, RoomConnections, RoomContext } from "@inkroom/rooms/contract";
import { consoleLog } from "./console-log.ts";
import { extendStorage } from "./room-storage.ts";

const PING: AutoResponse = { request: "ping", response: "pong" };

/** What the context asks of its room. */
type RoomBehind = {
  readonly connections: RoomConnections;
  /** A timer of the room threw or rejected. */
  timerFailed(error: unknown): void;
};

/** What the platform does not have; `storage` apart. */
type Added = Pick<RoomContext, "party" | "name" | "connections" | "log" | "now" | "setTimer" | "newResponse" | "setWebSocketAutoResponse">;

/** Extends the state of a Durable Object that was addressed by name. The room is attached when it is made. */
export function extendContext(state: DurableObjectState, env: unknown): (room: RoomBehind) => void {
  let room: RoomBehind | undefined;
  // reason: it is asked for after the constructor of the room
  const behind = (): RoomBehind => room as RoomBehind;
  const { name } = state.id;
  if (name === undefined) throw new Error("A room is reached by its name: idFromName or getByName");
  const party = partyIn(env, state.id, name);
  const setAutoResponse = state.setWebSocketAutoResponse.bind(state);
  const added: Added = {
    party,
    name,
    get connections() {
      return behind().connections;
    },
    log: consoleLog,
    now: () => Date.now(),
    setTimer: (delayMs, fn) => setTimer(delayMs, fn, behind),
    newResponse: (body, init) => new Response(body, init),
    setWebSocketAutoResponse: (pair) =>
      pair ? setAutoResponse(new WebSocketRequestResponsePair(pair.request, pair.response)) : setAutoResponse(),
  };
  Object.defineProperties(state, Object.getOwnPropertyDescriptors(added));
  extendStorage(state.storage, name);
  // A life that finds sockets is a wake: what an earlier one has set still holds.
  if (state.getWebSocketAutoResponse() === null && state.getWebSockets().length === 0) added.setWebSocketAutoResponse(PING);
  return (made) => {
    room = made;
  };
}

/** The party's name in URLs: that of the binding whose ids are like this one. */
function partyIn(env: unknown, id: DurableObjectId, name: string): string {
  for (const [binding, value] of Object.entries(env as Readonly<Record<string, unknown>>)) {
    if (isNamespace(value) && value.idFromName(name).equals(id)) return partyOf(binding);
  }
  throw new Error("The class of a room needs a binding in its own Worker");
}

function isNamespace(value: unknown): value is DurableObjectNamespace {
  return typeof value === "object" && value !== null && "idFromName" in value;
}

function setTimer(delayMs: number, fn: () => void | Promise<void>, room: () => RoomBehind): () => void {
  const timer = setTimeout(() => {
    // Also a promise that rejects ends up in the catch.
    (async () => fn())().catch((error: unknown) => room().timerFailed(error));
  }, delayMs);
  return () => clearTimeout(timer);
}
