// Reads a small JSON body, or says why not.
import { type Answer, refusal } from "./answer.ts";
import type { ApiRequest } from "./board-api.ts";

/** Largest body of an API call, in bytes. */
export const MAX_BODY_BYTES = 4 * 1024;

/** The parsed body, an object; an empty body is `{}`. Stops reading at the limit. */
export async function readJson(
  request: Pick<ApiRequest, "header" | "body">,
): Promise<{ readonly value: unknown } | { readonly refused: Answer }> {
  const type = (request.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return { refused: refusal(415, "unsupported_media_type") };
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return { refused: refusal(413, "too_large", { connection: "close" }) };
  }
  if (bytes === 0) return { value: {} };
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return typeof value === "object" && !Array.isArray(value) ? { value } : { refused: refusal(400, "bad_request") };
  } catch {
    // The parser's message would quote the body; the code says enough.
    return { refused: refusal(400, "bad_request") };
  }
}
