// Tickets: what a browser shows when it opens its WebSocket, because a link secret must not appear in a URL.
// Random, short-lived, good for one connection to one board. Kept here in memory only.
import type { Awaitable } from "./awaitable.ts";
import type { Grant } from "./links.ts";
import { hashSecret, newSecret } from "./secrets.ts";

/** Tickets for connections, issued to who has shown a link secret. `lifetimeMs` in ms. */
export interface Tickets {
  readonly lifetimeMs: number;
  issue(grant: Grant): Awaitable<string>;
  /** Uses the ticket up. Undefined where it is unknown, used, too old or meant for another board. */
  redeem(ticket: string, board: string): Awaitable<Grant | undefined>;
}

type KeptHere = { readonly lifetimeMs: number; issue(grant: Grant): string; redeem(ticket: string, board: string): Grant | undefined };

/** Tickets kept at a time; the oldest unused one gives way. */
const CAPACITY = 50_000;

/** `now` in ms; only differences are used. */
export function createTickets(options: { readonly now: () => number; readonly lifetimeMs: number; readonly capacity?: number }): KeptHere {
  const { now, lifetimeMs, capacity = CAPACITY } = options;
  // Keyed by hash: a lookup by the text itself would compare secrets in variable time. Oldest first.
  const open = new Map<string, { grant: Grant; expiresAt: number }>();
  const keyOf = (ticket: string) => hashSecret(ticket).toString("base64url");
  const dropOld = () => {
    for (const [key, { expiresAt }] of open) {
      if (expiresAt > now() && open.size <= capacity) return;
      open.delete(key);
    }
  };
  return {
    lifetimeMs,
    issue(grant) {
      const ticket = newSecret();
      open.set(keyOf(ticket), { grant, expiresAt: now() + lifetimeMs });
      dropOld();
      return ticket;
    },
    redeem(ticket, board) {
      const key = keyOf(ticket);
      const found = open.get(key);
      open.delete(key);
      return found !== undefined && found.expiresAt > now() && found.grant.board === board ? found.grant : undefined;
    },
  };
}
