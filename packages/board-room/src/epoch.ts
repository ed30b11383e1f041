// The epoch: a random name of this board's history. It changes when a board is restored from a copy, so that clients
// who saw more than the copy holds notice.
import { EPOCH_KEY, type RoomBytes } from "@inkroom/rooms";

/** The stored epoch; undefined before the first start. */
export function storedEpoch(bytes: Pick<RoomBytes, "get">): string | undefined {
  const stored = bytes.get(EPOCH_KEY);
  return stored === undefined ? undefined : String.fromCharCode(...stored);
}

/** The stored epoch; the first start of a board stores `make()`. ASCII, at most 64 characters. */
export function openEpoch(bytes: RoomBytes, make: () => string): string {
  const stored = storedEpoch(bytes);
  if (stored !== undefined) return stored;
  const epoch = make();
  bytes.put(
    EPOCH_KEY,
    Uint8Array.from(epoch, (char) => char.charCodeAt(0)),
  );
  return epoch;
}
