// Who may open a WebSocket to a board: checked before the room is touched, in this order:
// room name -> Origin -> ticket. What the ticket grants travels to the room in a header only this code can set.
import { GRANT_HEADER } from "@inkroom/board-room";
import type { Log } from "@inkroom/rooms";
import { isOriginAllowed, type OriginRule } from "./origin.ts";
import type { Links } from "./links.ts";
import { BOARD_ID } from "./secrets.ts";
import type { Tickets } from "./tickets.ts";

export type UpgradeRule = {
  readonly origin: OriginRule;
  readonly tickets: Tickets;
  readonly links: Pick<Links, "stands">;
  readonly log: Log;
};
export type UpgradeHook = (request: Request, lobby: { readonly party: string; readonly name: string }) => Promise<Request | Response>;

/** 404 no such name, 400 two Origin headers, 403 Origin, 401 ticket. Bodies are the codes; browsers see neither. */
export function createUpgradeHook(rule: UpgradeRule): UpgradeHook {
  const refuse = (status: number, why: string): Response => {
    rule.log.info("upgrade.refused", { status, why });
    return new Response(`${JSON.stringify({ error: why })}\n`, {
      status,
      headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    });
  };
  return async (request, lobby) => {
    if (lobby.party !== "board" || !BOARD_ID.test(lobby.name)) return refuse(404, "not_found");
    const ticket = new URL(request.url).searchParams.get("ticket");
    const origin = request.headers.get("origin");
    if (origin?.includes(",") === true) return refuse(400, "bad_request");
    if (!isOriginAllowed(rule.origin, origin, request.headers.get("host"), ticket !== null)) return refuse(403, "origin");
    const grant = ticket === null ? undefined : await rule.tickets.redeem(ticket, lobby.name);
    // A ticket may be older than the day its link was withdrawn.
    if (grant === undefined || !(await rule.links.stands(grant))) return refuse(401, "ticket");
    const headers = new Headers(request.headers);
    headers.set(GRANT_HEADER, JSON.stringify({ role: grant.role, link: grant.link }));
    return new Request(request, { headers });
  };
}
