// Who this tab is to the room: a secret proof and the client id that follows from it. Lives as long as the tab's page.
import { clientIdOfHash } from "@inkroom/protocol";
import { untilLoaded } from "../ui/until-loaded.ts";

export type TabIdentity = {
  readonly clientId: string;
  readonly proof: string;
  /** Proofs of who else this browser has been on the board, those used last first: what they have made is this person's too. */
  readonly also?: readonly string[];
};

/** The part of crypto.subtle that is used. */
type Digest = Pick<SubtleCrypto, "digest">;

/**
 * A new identity. `fill` puts random bytes into the array, as crypto.getRandomValues does; `subtle` is the browser's, undefined
 * where the page did not come over https.
 */
export async function createTabIdentity(
  fill: (bytes: Uint8Array<ArrayBuffer>) => unknown,
  subtle: Digest | undefined,
): Promise<TabIdentity> {
  const proof = randomId(fill, 32);
  return { clientId: await clientIdOf(proof, subtle), proof };
}

async function clientIdOf(proof: string, subtle: Digest | undefined): Promise<string> {
  if (subtle !== undefined) return clientIdOfHash(new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(proof))));
  const { deriveClientId } = await untilLoaded(() => import("./own-hash.ts"));
  return deriveClientId(proof);
}

/** `bytes` random bytes as base64url. */
export function randomId(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown, bytes: number): string {
  const values = new Uint8Array(bytes);
  fill(values);
  return btoa(String.fromCharCode(...values))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
