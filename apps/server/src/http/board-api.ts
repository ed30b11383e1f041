// The HTTP API of boards: create one, get a ticket for a connection, make another link.
import type { IncomingMessage } from "node:http";
import { can } from "@inkroom/board-room";
import { ROLES } from "@inkroom/protocol";
import * as v from "valibot";
import type { Attempts } from "../access/attempts.ts";
import type { Grant, Links } from "../access/links.ts";
import { BOARD_ID } from "../access/secrets.ts";
import type { Tickets } from "../access/tickets.ts";
import { readJson } from "./read-json.ts";
import { type Answer, refusal } from "./respond.ts";

export type BoardApi = (request: IncomingMessage, path: string, address: string) => Promise<Answer>;
export type BoardApiOptions = {
  readonly links: Links;
  readonly tickets: Tickets;
  /** Boards created, per address. */
  readonly creations: Attempts;
  /** Tickets issued, per address: nobody may crowd out the tickets of others. */
  readonly issues: Attempts;
  /** Wrong secrets and unknown boards, per address. */
  readonly failures: Attempts;
};

const ROUTE = /^\/api\/boards(?:\/([^/]+)\/(tickets|links))?$/;
const noFields = v.strictObject({});
const linkRequest = v.strictObject({ role: v.picklist(ROLES) });

/** Answers every path under /api/. Never throws on what a client sends. */
export function createBoardApi(options: BoardApiOptions): BoardApi {
  const { links, tickets, creations, issues, failures } = options;

  const createBoard = (body: unknown, address: string): Answer => {
    if (!v.is(noFields, body)) return refusal(400, "bad_request");
    if (!creations.isOpen(address)) return refusal(429, "rate_limited", { "retry-after": "3600" });
    creations.count(address);
    return { status: 201, body: links.createBoard() };
  };

  const openBoard = (request: IncomingMessage, board: string, address: string): Grant | Answer => {
    if (!failures.isOpen(address)) return refusal(429, "rate_limited", { "retry-after": "60" });
    const grant = links.grantOf(board, bearerOf(request));
    if (grant !== undefined) return grant;
    failures.count(address);
    return refusal(404, "not_found");
  };

  const issueTicket = (grant: Grant, body: unknown, address: string): Answer => {
    if (!v.is(noFields, body)) return refusal(400, "bad_request");
    if (!issues.isOpen(address)) return refusal(429, "rate_limited", { "retry-after": "60" });
    issues.count(address);
    return { status: 200, body: { ticket: tickets.issue(grant), role: grant.role, expiresInMs: tickets.lifetimeMs } };
  };

  const addLink = (grant: Grant, body: unknown): Answer => {
    if (!can(grant.role, "share")) return refusal(403, "forbidden");
    if (!v.is(linkRequest, body)) return refusal(400, "bad_request");
    return { status: 201, body: { secret: links.addLink(grant.board, body.role), role: body.role } };
  };

  return async (request, path, address) => {
    const route = ROUTE.exec(path);
    if (route === null) return refusal(404, "not_found");
    if (request.method !== "POST") return refusal(405, "method_not_allowed", { allow: "POST" });
    if (request.headers["sec-fetch-site"] === "cross-site") return refusal(403, "cross_site");
    const read = await readJson(request);
    if ("refused" in read) return read.refused;
    const [, board, what] = route;
    if (board === undefined) return createBoard(read.value, address);
    // A malformed id is an unknown board, not another kind of answer.
    const opened = openBoard(request, BOARD_ID.test(board) ? board : "", address);
    if ("status" in opened) return opened;
    return what === "tickets" ? issueTicket(opened, read.value, address) : addLink(opened, read.value);
  };
}

function bearerOf(request: IncomingMessage): string {
  return /^Bearer ([A-Za-z0-9_-]+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
}
