// The links a board can be shared by. View links are made by the server once and remembered per board and own link.
import type { Role } from "@inkroom/protocol";
import type { BoardApi } from "../host/board-api.ts";
import type { KeyValueStore } from "../host/key-value-store.ts";
import { boardPath } from "../router.ts";

export type ShareLinks = {
  /** Roles this person can hand on, the strongest first. */
  readonly roles: readonly Role[];
  /** The whole address for a role. Rejects with an ApiError where the server does not make one. */
  linkFor(role: Role): Promise<string>;
};

type OwnLink = { readonly id: string; readonly secret: string; readonly role: Role };

/** Remembers the secret of a board's view link. It is good as long as the own link: both are withdrawn at once. */
export function rememberViewLink(store: KeyValueStore, { id, secret }: Pick<OwnLink, "id" | "secret">, view: string): void {
  store.set(viewLinkKey(id), `${secret} ${view}`);
}

function viewLinkKey(id: string): string {
  return `inkroom.view-link.${id}`;
}

export function createShareLinks(
  own: OwnLink,
  ports: { readonly api: BoardApi; readonly store: KeyValueStore; readonly origin: string },
): ShareLinks {
  const { api, store, origin } = ports;
  const addressOf = (secret: string): string => origin + boardPath(own.id, secret);
  return {
    // A view link can only be handed on as it is: the server lets edit links alone make others.
    roles: own.role === "edit" ? ["edit", "view"] : ["view"],
    async linkFor(role) {
      if (role === own.role) return addressOf(own.secret);
      const [by, known] = store.get(viewLinkKey(own.id))?.split(" ") ?? [];
      if (by === own.secret && known !== undefined) return addressOf(known);
      const secret = await api.mintLink(own.id, own.secret, role);
      rememberViewLink(store, own, secret);
      return addressOf(secret);
    },
  };
}
