// The epoch: a random name of this board's history. It changes when a board is restored from a copy, so that clients
// who saw more than the copy holds notice.
import { EPOCH_KEY, type RoomBytes, StorageError } from "@inkroom/rooms";

/** The stored epoch; undefined before the first start. */
export function storedEpoch(bytes: Pick<RoomBytes, "get">): string | undefined {
  const stored = bytes.get(EPOCH_KEY);
  return stored === undefined ? undefined : String.fromCharCode(...stored);
}

/**
 * The stored epoch; the first start of a board stores `make()`. ASCII, at most 64 characters. False for `isStored` on a full
 * disk: then the board is empty and may be shown, and nothing may be written before `storeEpoch`.
 */
export function openEpoch(bytes: RoomBytes, make: () => string): { readonly epoch: string; readonly isStored: boolean } {
  const stored = storedEpoch(bytes);
  if (stored !== undefined) return { epoch: stored, isStored: true };
  const epoch = make();
  return { epoch, isStored: storeEpoch(bytes, epoch) };
}

/** False where there is no room for it. */
export function storeEpoch(bytes: Pick<RoomBytes, "put">, epoch: string): boolean {
  try {
    bytes.put(
      EPOCH_KEY,
      Uint8Array.from(epoch, (char) => char.charCodeAt(0)),
    );
    return true;
  } catch (error) {
    if (error instanceof StorageError && error.code === "full") return false;
    throw error;
  }
}
