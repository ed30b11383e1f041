// Who may do what on a board. The one table behind WebSocket and HTTP.
import type { Role } from "@inkroom/protocol";

/**
 * read: receive the board. presence: be seen, move a cursor. draw: push transactions, show drafts.
 * share: make further links. moderate: send others away, and make all links anew.
 */
export type Action = "read" | "presence" | "draw" | "share" | "moderate";

const ALLOWED: Readonly<Record<Role, ReadonlySet<Action>>> = {
  view: new Set(["read", "presence"]),
  edit: new Set(["read", "presence", "draw", "share", "moderate"]),
};

/** True if the role includes the action. */
export function can(role: Role, action: Action): boolean {
  return ALLOWED[role].has(action);
}
