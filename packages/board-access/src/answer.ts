// Answers of the HTTP API: JSON, never cached.

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
  | "disk_full"
  | "internal";

/** Headers of every answer; an answer's own come on top. */
export const ANSWER_HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
} as const;

export function refusal(status: number, error: HttpErrorCode, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body: { error }, headers };
}
