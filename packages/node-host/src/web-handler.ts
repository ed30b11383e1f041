// A function from Request to Response, as Fetch has it, in the place where Node calls listeners.
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendResponse } from "./send-response.ts";
import { readBody, webRequest } from "./web-request.ts";

const MAX_BODY_BYTES = 1_048_576;

/**
 * For the `fetch` option of `serveRooms`. A body above `maxBodyBytes` (default 1 MiB) is answered 413, a request that
 * Fetch cannot express 400. What `answer` throws is left to the host: 500.
 */
export function webHandler(
  answer: (request: Request) => Response | Promise<Response>,
  { maxBodyBytes = MAX_BODY_BYTES }: { readonly maxBodyBytes?: number } = {},
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const body = await readBody(request, maxBodyBytes);
    if (body === undefined)
      return sendResponse(response, new Response("Payload too large", { status: 413, headers: { connection: "close" } }));
    let webby: Request;
    try {
      webby = webRequest(request, body);
    } catch {
      return sendResponse(response, new Response("Bad request", { status: 400 }));
    }
    return sendResponse(response, await answer(webby));
  };
}
