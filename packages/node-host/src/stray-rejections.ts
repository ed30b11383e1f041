// Promises that reject with nobody awaiting them would end the process. What a room has left so is the room's affair.
import type { RoomHosts } from "@inkroom/rooms";

const served = new Set<RoomHosts>();

/** Until the returned function is called, what these rooms leave behind is logged and told to them instead. */
export function watchStrayRejections(rooms: RoomHosts): () => void {
  if (served.size === 0) process.on("unhandledRejection", onRejection);
  served.add(rooms);
  return () => {
    if (served.delete(rooms) && served.size === 0) process.off("unhandledRejection", onRejection);
  };
}

// Called in the context of the promise.
function onRejection(error: unknown): void {
  const isOfARoom = [...served].some((rooms) => rooms.strayRejection(error));
  // As Node does where nobody listens, unless somebody else does.
  if (!isOfARoom && process.listenerCount("unhandledRejection") === 1) throw error;
}
