// A client's identity: its id is a hash of a secret that only it has, so nobody can write under another's id.
import type { ClientId } from "@inkroom/model";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { toBase64 } from "./base64.ts";

const ID_LENGTH = 16;

/** The id (16 characters of base64url, 96 bit) that belongs to a proof; `hello` must carry both. */
export function deriveClientId(proof: string): ClientId {
  return toBase64(sha256(utf8ToBytes(proof)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .slice(0, ID_LENGTH);
}
