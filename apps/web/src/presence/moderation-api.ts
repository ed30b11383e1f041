// The part of the HTTP API that sends people away. Both need an edit secret and reject with an ApiError.
import { asRecord, postJson, secretOf } from "../host/board-api.ts";

type Asked = { readonly id: string; readonly secret: string; readonly client: string };
const fetchHere: typeof fetch = (...request) => globalThis.fetch(...request);

/** Ends a client's connection. They may come back by a link. */
export async function removePerson({ id, secret, client }: Asked): Promise<void> {
  await postJson(fetchHere, `/api/boards/${id}/removals`, secret, { client });
}

/**
 * As above, and makes all links of the board anew: the old ones open nothing any more. `isTold`: those who are on the board have
 * heard of their new links. `editSecret` is the asker's.
 */
export async function renewLinks({ id, secret, client }: Asked): Promise<{ readonly editSecret: string; readonly isTold: boolean }> {
  const answer = await postJson(fetchHere, `/api/boards/${id}/renewals`, secret, { client });
  return { editSecret: secretOf(asRecord(answer["links"])["edit"]), isTold: answer["told"] === true };
}
