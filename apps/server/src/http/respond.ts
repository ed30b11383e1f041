// Answers of the HTTP API: JSON, never cached.
import type { ServerResponse } from "node:http";

export type Answer = { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Codes of the HTTP API, documented in docs/http-api.md. */
export type HttpErrorCode =
  | "bad_request"
  | "not_found"
  | "method_not_allowed"
  | "unsupported_media_type"
  | "too_large"
  | "forbidden"
  | "cross_site"
  | "rate_limited"
  | "unavailable"
  | "internal";

export function refusal(status: number, error: HttpErrorCode, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body: { error }, headers };
}

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(JSON.stringify(answer.body));
  response.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...answer.headers,
  });
  response.end(body);
}
