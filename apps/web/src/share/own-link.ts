// The link by which this browser has a board open, and what it remembers of others that were made for it.
import type { Role } from "@inkroom/protocol";
import type { KeyValueStore } from "../host/key-value-store.ts";

export type OwnLink = { readonly id: string; readonly secret: string; readonly role: Role };

/** Remembers the secret of another link of a board. It is good as long as the own link: they are withdrawn at once. */
export function rememberLink(store: KeyValueStore, { id, secret }: Pick<OwnLink, "id" | "secret">, role: Role, made: string): void {
  store.set(linkKey(id, role), `${secret} ${made}`);
}

/** Where it is remembered: the own secret and the other one. */
export function linkKey(id: string, role: Role): string {
  return `inkroom.${role}-link.${id}`;
}
