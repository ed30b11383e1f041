// The HTTP API of the server: making boards, tickets and links. Secrets travel in the Authorization header only.
import { ROLES, type Role } from "@inkroom/protocol";

export type ApiErrorCode = "full" | "unreachable" | "unauthorized" | "unknown-board" | "limited" | "failed";

/** A request that did not give what was asked for. `retryable` is false where asking again cannot help. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly retryable: boolean;
  constructor(code: ApiErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ApiError";
    this.code = code;
    this.retryable = code !== "unauthorized" && code !== "unknown-board";
  }
}

type NewBoard = { readonly id: string; readonly editSecret: string; readonly viewSecret: string };
type Ticket = { readonly ticket: string; readonly role: Role };

export type BoardApi = {
  createBoard(): Promise<NewBoard>;
  /** Exchanges a link's secret for a ticket that opens one connection. */
  mintTicket(id: string, secret: string): Promise<Ticket>;
  /** Makes another link to the board; needs an edit secret. */
  mintLink(id: string, secret: string, role: Role): Promise<string>;
};

/** The API at `origin` ("" = this page's own). Every method rejects with an ApiError. */
export function createBoardApi(fetch: typeof globalThis.fetch, origin = ""): BoardApi {
  const post = (path: string, secret?: string, body: unknown = {}): Promise<Record<string, unknown>> =>
    postJson(fetch, `${origin}/api/boards${path}`, secret, body);
  return {
    async createBoard() {
      const answer = await post("");
      const links = asRecord(answer["links"]);
      return { id: text(answer["id"]), editSecret: secretOf(links["edit"]), viewSecret: secretOf(links["view"]) };
    },
    async mintTicket(id, secret) {
      const answer = await post(`/${id}/tickets`, secret);
      return { ticket: text(answer["ticket"]), role: roleOf(answer["role"]) };
    },
    async mintLink(id, secret, role) {
      const answer = await post(`/${id}/links`, secret, { role });
      return secretOf(answer["secret"]);
    },
  };
}

/** The answer to a request of the API, an object. Rejects with an ApiError. */
export async function postJson(
  fetch: typeof globalThis.fetch,
  url: string,
  secret: string | undefined,
  body: unknown,
): Promise<Record<string, unknown>> {
  const headers: Record<string, string> = { accept: "application/json", "content-type": "application/json" };
  if (secret !== undefined) headers["authorization"] = `Bearer ${secret}`;
  let response: Response;
  try {
    response = await fetch(url, { method: "POST", headers, credentials: "omit", cache: "no-store", body: JSON.stringify(body) });
  } catch (cause) {
    throw new ApiError("unreachable", "The server could not be reached", { cause });
  }
  if (!response.ok) throw new ApiError(codeOfStatus(response.status), `The server answered ${response.status}`);
  try {
    return asRecord(await response.json());
  } catch (cause) {
    throw new ApiError("failed", "The server's answer was not JSON", { cause });
  }
}

function codeOfStatus(status: number): ApiErrorCode {
  if (status === 401 || status === 403) return "unauthorized";
  if (status === 404) return "unknown-board";
  if (status === 429) return "limited";
  if (status === 507) return "full";
  return "failed";
}

/** A link is answered as its secret or as a whole address that ends in it. */
export function secretOf(value: unknown): string {
  return text(value).replace(/^.*#/, "");
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new ApiError("failed", "The server's answer lacks a text");
  return value;
}

function roleOf(value: unknown): Role {
  const role = ROLES.find((known) => known === value);
  if (role === undefined) throw new ApiError("failed", "The server's answer lacks a role");
  return role;
}

export function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw new ApiError("failed", "The server's answer is no object");
  // reason: every field is checked where it is read.
  return value as Record<string, unknown>;
}
