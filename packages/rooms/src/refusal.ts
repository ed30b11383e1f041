// Answers to events that the author's code could not handle. Clients learn of stacks only in development.
import { ROOM_CLOSE } from "./close-codes.ts";
import type { RoomEvent } from "./mailbox.ts";
import type { NewResponse } from "./ports.ts";
import { StorageError } from "./room-storage.ts";
import { textOfError } from "./thrown.ts";

export function errorText(error: unknown, dev: boolean): string {
  return dev ? textOfError(error) : "Internal error";
}

/** Browsers hide the body of a failed upgrade, so the error travels as the first and only frame of the session. */
export function setupErrorFrame(error: unknown, dev: boolean): string {
  return JSON.stringify({ error: errorText(error, dev) });
}

function closeFor(kind: "connect" | "message", error: unknown): { readonly code: number; readonly reason: string } {
  if (error instanceof StorageError) return ROOM_CLOSE.storage;
  return kind === "connect" ? ROOM_CLOSE.failed : ROOM_CLOSE.wakeFailed;
}

/** The departure that the room has to hear of, once it can start, for an event that is about to be refused. */
export function closeBehind(event: RoomEvent, error: unknown): RoomEvent | undefined {
  if (event.kind === "close") return event.session.entered ? event : undefined;
  // A session that is detached has left by itself, or with an earlier message.
  if (event.kind !== "message" || !event.session.entered || event.session.detached) return undefined;
  return { kind: "close", session: event.session, ...closeFor(event.kind, error) };
}

/** Answers an event of a room that could not start. A message that cannot be handled ends its connection: it must not be lost in silence. */
export function refuseEvent(
  event: RoomEvent,
  error: unknown,
  options: { readonly newResponse: NewResponse; readonly dev?: boolean },
): void {
  const dev = options.dev === true;
  switch (event.kind) {
    case "request":
      return event.respond(options.newResponse(errorText(error, dev), { status: error instanceof StorageError ? 503 : 500 }));
    case "connect":
    case "message": {
      const { session } = event;
      if (session.detached) return;
      if (event.kind === "connect") session.transport.send(setupErrorFrame(error, dev));
      return session.drop(closeFor(event.kind, error));
    }
    case "call":
      return event.reject(error ?? new Error("Service restart"));
    case "close":
    case "error":
    case "alarm":
    case "timer":
      return; // no one waits for an answer
    default:
      return event satisfies never;
  }
}

/** The host stops: answers those who wait for an answer. Sockets are told by their close frames. */
export function refuseWaiting(event: RoomEvent, options: { readonly newResponse: NewResponse }): void {
  if (event.kind === "request" || event.kind === "call") refuseEvent(event, undefined, options);
}
