// Who this tab is to the room: a secret proof and the client id that follows from it. Lives as long as the tab's page.
import { deriveClientId } from "@inkroom/protocol";

export type TabIdentity = { readonly clientId: string; readonly proof: string };

/** A new identity. `fill` puts random bytes into the array, as crypto.getRandomValues does. */
export function createTabIdentity(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): TabIdentity {
  const proof = randomId(fill, 32);
  return { clientId: deriveClientId(proof), proof };
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
