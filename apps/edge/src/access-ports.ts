// Links, tickets and limits of the API, kept in Durable Objects.
import { type Attempts, hashSecret, type LinkRegistry, newSecret, type Tickets } from "@inkroom/board-access";
import type { Env } from "./env.ts";

export function linkRegistry({ ACCESS }: Env): LinkRegistry {
  return {
    addBoard: (board, links) => ACCESS.getByName(board).addBoard(links.map(plain)),
    addLink: (board, link, by) => ACCESS.getByName(board).addLink(plain(link), by),
    replaceLinks: (board, links, by) => ACCESS.getByName(board).replaceLinks(links.map(plain), by),
    links: (board) => ACCESS.getByName(board).links(),
  };
}

/** A hash is a Buffer here; calls of objects take the plain type. */
function plain<Link extends { readonly hash: Uint8Array }>(link: Link): Link {
  return { ...link, hash: new Uint8Array(link.hash) };
}

export function ticketsOf({ ACCESS }: Env, lifetimeMs: number): Tickets {
  const keyOf = (ticket: string): string => hashSecret(ticket).toString("base64url");
  return {
    lifetimeMs,
    async issue({ board, role, link }) {
      const ticket = newSecret();
      await ACCESS.getByName(board).keepTicket(keyOf(ticket), { role, link }, lifetimeMs);
      return ticket;
    },
    async redeem(ticket, board) {
      const grant = await ACCESS.getByName(board).takeTicket(keyOf(ticket));
      return grant && { board, ...grant };
    },
  };
}

/** At most `limit` per address in each window of `windowMs`. */
export function attemptsOf({ ATTEMPTS }: Env, kind: string, limit: number, windowMs: number): Attempts {
  return {
    isOpen: (address) => ATTEMPTS.getByName(address).isOpen(kind, limit, windowMs),
    count: (address) => ATTEMPTS.getByName(address).count(kind, windowMs),
  };
}
