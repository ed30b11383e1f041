// The body of an answer as its room lets it out.
import type { BodyWatch, RoomResponse, WatchedBody } from "@inkroom/rooms";

/** Pieces that are made before they are asked for: enough to see at once that a body has only one. */
const PIECES_AHEAD = 2;

/**
 * A response with the same status, headers and body, whose pieces pass through `watch`. Undefined if there is no body.
 * Throws TypeError if the body was read before.
 */
export function watchBody(response: RoomResponse, watch: BodyWatch): WatchedBody | undefined {
  if (!(response instanceof Response) || response.body === null) return undefined;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  // Weak, since the room keeps `cut`: otherwise a stream that nobody else holds would never be given up.
  let controller: WeakRef<ReadableStreamDefaultController<Uint8Array>> | undefined;
  let isOver = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (made) => void (controller = new WeakRef(made)),
      async pull(made) {
        try {
          const { done, value } = await reader.read();
          if (isOver) return;
          if (!done) return await passedBy(watch, () => isOver || made.enqueue(value));
          made.close();
          watch.ended();
        } catch (error) {
          made.error(error);
          if (!isOver) watch.ended({ error });
        }
      },
      async cancel(reason) {
        isOver = true;
        try {
          await reader.cancel(reason);
          watch.ended();
        } catch (error) {
          watch.ended({ error });
        }
      },
    },
    { highWaterMark: PIECES_AHEAD },
  );
  abandoned.register(stream, () => watch.ended());
  const cut = (reason: Error): void => {
    isOver = true;
    controller?.deref()?.error(reason);
    reader.cancel(reason).catch(() => {}); // the author's stream failed as well: nobody is left to be told
  };
  return { response: new Response(stream, response), cut };
}

function passedBy(watch: BodyWatch, pass: () => void): Promise<void> {
  return new Promise((passed) => watch.release(() => passed(pass())));
}

/** A body that nobody reads to its end, such as that of an answer which a caller had no interest in, must not keep its room awake. */
const abandoned = new FinalizationRegistry<() => void>((ended) => ended());
