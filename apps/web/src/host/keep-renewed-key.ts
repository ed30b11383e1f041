// What this browser keeps of a board's key when the links were made anew: list of boards, address, and work that waits.
import type { Role } from "@inkroom/protocol";
import type { BoardStore } from "../board-store/board-store.ts";
import type { Services } from "../services.ts";

type Renewed = { readonly id: string; readonly role: Role; readonly from: string; readonly to: string };
type Ports = Pick<Services, "recents" | "router"> & { readonly own: Pick<BoardStore, "takeKey"> };

export function keepRenewedKey({ id, role, from, to }: Renewed, { recents, router, own }: Ports): void {
  const known = recents.find(id);
  // A stronger link that was not made anew with this one stays: this one does not open as much.
  if (known !== undefined && (known.secret === from || known.role === role)) recents.restore({ ...known, secret: to });
  router.renewSecret(id, to);
  // A failure has been told as trouble.
  own.takeKey(from, to).catch(() => undefined);
}
