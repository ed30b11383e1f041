// The epoch: a random name of this board's history. It changes when a board is restored from a copy, so that clients
// who saw more than the copy holds notice.
import { EPOCH_KEY, type RoomBytes } from "@inkroom/rooms";

/** The stored epoch; the first start of a board stores `make()`. ASCII, at most 64 characters. */
export function openEpoch(bytes: RoomBytes, make: () => string): string {
  const stored = bytes.get(EPOCH_KEY);
  if (stored !== undefined) return String.fromCharCode(...stored);
  const epoch = make();
  bytes.put(
    EPOCH_KEY,
    Uint8Array.from(epoch, (char) => char.charCodeAt(0)),
  );
  return epoch;
}
