// A client's identity: its id is a hash of a secret that only it has, so nobody can write under another's id.
import type { ClientId } from "@inkroom/model";
import { toBase64 } from "./base64.ts";

const ID_LENGTH = 16;

/** The id (16 characters of base64url, 96 bit) that belongs to a proof with this SHA-256; `hello` must carry id and proof. */
export function clientIdOfHash(sha256: Uint8Array): ClientId {
  return toBase64(sha256).replaceAll("+", "-").replaceAll("/", "_").slice(0, ID_LENGTH);
}
