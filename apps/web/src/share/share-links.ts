// The links a board can be shared by. Others than the own one are made by the server once and remembered per board and own link.
import type { Role } from "@inkroom/protocol";
import type { BoardApi } from "../host/board-api.ts";
import type { KeyValueStore } from "../host/key-value-store.ts";
import { boardPath } from "../router.ts";
import { linkKey, type OwnLink, rememberLink } from "./own-link.ts";

export type ShareLinks = {
  /** Roles this person can hand on, the strongest first. */
  readonly roles: readonly Role[];
  /** The whole address for a role. Rejects with an ApiError where the server does not make one. */
  linkFor(role: Role): Promise<string>;
};

export function createShareLinks(
  own: OwnLink,
  ports: { readonly api: BoardApi; readonly store: KeyValueStore; readonly origin: string },
): ShareLinks {
  const { api, store, origin } = ports;
  const addressOf = (secret: string): string => origin + boardPath(own.id, secret);
  return {
    // A link for less can only be handed on as it is: the server lets edit links alone make others.
    roles: own.role === "edit" ? ["edit", "add", "view"] : [own.role],
    async linkFor(role) {
      if (role === own.role) return addressOf(own.secret);
      const [by, known] = store.get(linkKey(own.id, role))?.split(" ") ?? [];
      if (by === own.secret && known !== undefined) return addressOf(known);
      const secret = await api.mintLink(own.id, own.secret, role);
      rememberLink(store, own, role, secret);
      return addressOf(secret);
    },
  };
}
