// Answers of the HTTP API: JSON, never cached; and pictures.

/** `body` is sent as JSON, unless it is bytes, or null where there is none. */
export type Answer = { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Codes of the HTTP API, documented in docs/http-api.md. */
export type HttpErrorCode =
  | "bad_request"
  | "not_found"
  | "method_not_allowed"
  | "unsupported_media_type"
  | "too_large"
  | "bad_hash"
  | "room_full"
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

/** What is sent of an answer. */
export function payloadOf({ body }: Answer): Uint8Array {
  if (body === null) return new Uint8Array();
  return body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
}

export function refusal(status: number, error: HttpErrorCode, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, body: { error }, headers };
}
