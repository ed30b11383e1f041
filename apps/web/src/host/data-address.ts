// Bytes as an address that a file can carry.

/** Rejects where the blob cannot be read. */
export function dataAddress(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    // reason: readAsDataURL gives a string.
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error("the bytes could not be read"));
    reader.readAsDataURL(blob);
  });
}
