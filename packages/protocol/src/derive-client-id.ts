// The id that belongs to a proof, at once: for a server, and for a page to which its browser lends no hash.
import type { ClientId } from "@inkroom/model";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { clientIdOfHash } from "./client-id.ts";

/** As `clientIdOfHash` for the hash of the proof's UTF-8. */
export function deriveClientId(proof: string): ClientId {
  return clientIdOfHash(sha256(utf8ToBytes(proof)));
}
