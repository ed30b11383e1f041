// Who may do what on a board. The one table behind WebSocket and HTTP; which shapes a push may change is commit.ts's to decide.
import type { Role } from "@inkroom/protocol";

/**
 * read: receive the board. presence: be seen, move a cursor. say: put words at it. draw: push transactions, show drafts.
 * lead: take the others' views along. share: make further links. moderate: send others away, and make all links anew.
 */
export type Action = "read" | "presence" | "say" | "draw" | "lead" | "share" | "moderate";

const ALLOWED: Readonly<Record<Role, ReadonlySet<Action>>> = {
  view: new Set(["read", "presence"]),
  add: new Set(["read", "presence", "say", "draw"]),
  edit: new Set(["read", "presence", "say", "draw", "lead", "share", "moderate"]),
};

/** True if the role includes the action. */
export function can(role: Role, action: Action): boolean {
  return ALLOWED[role].has(action);
}
