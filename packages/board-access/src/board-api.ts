// The HTTP API of boards: create one, get a ticket for a connection, make another link, send somebody away.
import { can } from "@inkroom/board-room";
import { ROLES } from "@inkroom/protocol";
import * as v from "valibot";
import { type Answer, refusal } from "./answer.ts";
import type { Attempts } from "./attempts.ts";
import { answerBlob } from "./blob-api.ts";
import type { Grant, Links } from "./links.ts";
import { removePerson, renewLinks } from "./moderation-api.ts";
import { readJson } from "./read-json.ts";
import { BOARD_ID } from "./secrets.ts";
import type { Tickets } from "./tickets.ts";
import type { ToRoom } from "./to-room.ts";

/** A request as the API needs it, of whatever platform. */
export type ApiRequest = {
  readonly method: string;
  /** The raw path, without the query. */
  readonly path: string;
  /** Whom limits count for. */
  readonly address: string;
  /** A header by its lower-case name. */
  header(name: string): string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
};

export type BoardApi = (request: ApiRequest) => Promise<Answer>;
export type BoardApiOptions = {
  readonly links: Links;
  readonly tickets: Tickets;
  /** Boards created, per address. */
  readonly creations: Attempts;
  /** Tickets issued, per address: nobody may crowd out the tickets of others. */
  readonly issues: Attempts;
  /** Wrong secrets and unknown boards, per address. A right secret is not held up by them. */
  readonly failures: Attempts;
  /** Whether an error of `links` means that the disk is full. */
  readonly isFull?: (error: unknown) => boolean;
  /** People sent away and links made anew, per address. */
  readonly moderations: Attempts;
  /** The way to the rooms: they keep the pictures, and know who is there. */
  readonly room: ToRoom;
};

const BLOB_ROUTE = /^\/api\/boards\/([^/]+)\/blobs\/([^/]+)$/;
const ROUTE = /^\/api\/boards(?:\/([^/]+)\/(tickets|links|removals|renewals))?$/;
const noFields = v.strictObject({});
const linkRequest = v.strictObject({ role: v.picklist(ROLES) });

/** Answers every path under /api/. Never throws on what a client sends. */
export function createBoardApi(options: BoardApiOptions): BoardApi {
  const { links, tickets, creations, issues, failures, moderations, isFull = () => false } = options;

  const createBoard = async (body: unknown, address: string): Promise<Answer> => {
    if (!v.is(noFields, body)) return refusal(400, "bad_request");
    const refused = await countOne(creations, address, "3600");
    if (refused !== undefined) return refused;
    try {
      return { status: 201, body: await links.createBoard() };
    } catch (error) {
      if (!isFull(error)) throw error;
      return refusal(507, "disk_full");
    }
  };

  const openBoard = async (request: ApiRequest, board: string): Promise<Grant | Answer> => {
    const grant = await links.grantOf(board, bearerOf(request));
    if (grant !== undefined) return grant;
    // Only wrong secrets are limited: many people may share one address, and 256 bits are not guessed however often one tries.
    return (await countOne(failures, request.address)) ?? refusal(404, "not_found");
  };

  const issueTicket = async (grant: Grant, body: unknown, address: string): Promise<Answer> => {
    if (!v.is(noFields, body)) return refusal(400, "bad_request");
    const refused = await countOne(issues, address);
    if (refused !== undefined) return refused;
    return { status: 200, body: { ticket: await tickets.issue(grant), role: grant.role, expiresInMs: tickets.lifetimeMs } };
  };

  const addLink = async (grant: Grant, body: unknown): Promise<Answer> => {
    if (!can(grant.role, "share")) return refusal(403, "forbidden");
    if (!v.is(linkRequest, body)) return refusal(400, "bad_request");
    const secret = await links.addLink(grant, body.role);
    return secret === undefined ? refusal(404, "not_found") : { status: 201, body: { secret, role: body.role } };
  };

  const moderate = async (act: typeof removePerson, grant: Grant, body: unknown, address: string): Promise<Answer> =>
    (await countOne(moderations, address)) ?? act(grant, body, options);

  const blob = async (request: ApiRequest, board: string, hash: string): Promise<Answer> => {
    if (!["GET", "HEAD", "PUT"].includes(request.method)) return refusal(405, "method_not_allowed", { allow: "GET, HEAD, PUT" });
    if (request.header("sec-fetch-site") === "cross-site") return refusal(403, "cross_site");
    const opened = await openBoard(request, BOARD_ID.test(board) ? board : "");
    return "status" in opened ? opened : answerBlob(request, opened, hash, options.room);
  };

  return async (request) => {
    const asked = BLOB_ROUTE.exec(request.path);
    if (asked !== null) return blob(request, asked[1] ?? "", asked[2] ?? "");
    const route = ROUTE.exec(request.path);
    if (route === null) return refusal(404, "not_found");
    if (request.method !== "POST") return refusal(405, "method_not_allowed", { allow: "POST" });
    if (request.header("sec-fetch-site") === "cross-site") return refusal(403, "cross_site");
    const read = await readJson(request);
    if ("refused" in read) return read.refused;
    const [, board, what] = route;
    if (board === undefined) return createBoard(read.value, request.address);
    // A malformed id is an unknown board, not another kind of answer.
    const opened = await openBoard(request, BOARD_ID.test(board) ? board : "");
    if ("status" in opened) return opened;
    if (what === "tickets") return issueTicket(opened, read.value, request.address);
    if (what === "links") return addLink(opened, read.value);
    return moderate(what === "removals" ? removePerson : renewLinks, opened, read.value, request.address);
  };
}

/** Counts an attempt; the refusal where there are none left. */
async function countOne(attempts: Attempts, address: string, retryAfterS = "60"): Promise<Answer | undefined> {
  if (!(await attempts.isOpen(address))) return refusal(429, "rate_limited", { "retry-after": retryAfterS });
  await attempts.count(address);
  return undefined;
}

function bearerOf(request: ApiRequest): string {
  return /^Bearer ([A-Za-z0-9_-]+)$/.exec(request.header("authorization") ?? "")?.[1] ?? "";
}
