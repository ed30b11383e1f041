// What follows when a link comes to mean something else on an open board: it lets one add only, or it was made anew under another secret.
import type { Editor } from "@inkroom/editor";
import { ownGuard } from "@inkroom/model/own-work";
import { deriveClientId, type Role } from "@inkroom/protocol";
import type { Replica } from "@inkroom/sync";
import type { BoardStore } from "../board-store/board-store.ts";
import { renewIdentities } from "../board-store/renew-identities.ts";
import type { Services } from "../services.ts";
import type { TabIdentity } from "./tab-identity.ts";

type Renewed = { readonly id: string; readonly role: Role; readonly from: string; readonly to: string };
type Ports = Pick<Services, "recents" | "router"> & { readonly own: Pick<BoardStore, "takeKey"> };

/** Keeps the new secret where the old one was: in the list of boards, in the address, with the work that waits. */
export function keepRenewedKey({ id, role, from, to }: Renewed, { recents, router, own }: Ports): void {
  const known = recents.find(id);
  // A stronger link that was not made anew with this one stays: this one does not open as much.
  if (known !== undefined && (known.secret === from || known.role === role)) recents.restore({ ...known, secret: to });
  router.renewSecret(id, to);
  // A failure has been told as trouble.
  own.takeKey(to, (database, board) => renewIdentities(database, board, { from, to })).catch(() => undefined);
}

/** The board is this person's to draw on, and only what they have made theirs to change. */
export function keepToOwn(replica: Replica, { clientId, also = [] }: TabIdentity, editor: Pick<Editor, "dispatch">): void {
  const own = new Set([clientId, ...also.map(deriveClientId)]);
  replica.guard = ownGuard((client) => own.has(client));
  replica.setCanEdit(true);
  // It looks when it is told something.
  editor.dispatch({ type: "tick", tMs: performance.now() });
}
