// In which order hibernating connections came: rooms list the oldest first, the platform in no order that it promises.
// The mark lies beside partyserver's own in the attachment of the socket, so that it is there after a wake.

type Marked = { readonly __arrival?: number };

const known = new WeakMap<WebSocket, number>();

/** A number that rises with each arrival; 0 for a socket without a mark. */
export function arrivalOf(socket: WebSocket): number {
  let arrival = known.get(socket);
  if (arrival === undefined) {
    arrival = (WebSocket.prototype.deserializeAttachment.call(socket) as Marked | null)?.__arrival ?? 0;
    known.set(socket, arrival);
  }
  return arrival;
}

/**
 * Marks a socket as the latest. To be called before anything is read from the connection: from then on partyserver keeps
 * the attachment as it has first seen it.
 */
export function markArrival(socket: WebSocket, others: Iterable<WebSocket>): void {
  let arrival = Date.now();
  for (const other of others) arrival = Math.max(arrival, arrivalOf(other) + 1);
  const attachment = WebSocket.prototype.deserializeAttachment.call(socket) as object;
  WebSocket.prototype.serializeAttachment.call(socket, { ...attachment, __arrival: arrival });
  known.set(socket, arrival);
}
