// The name of a picture's bytes, at once and also where a browser lends no hash: on a page without https.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256, hex. */
export function blobHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
