// Everything that is done with pictures on the open board, put together for a browser.
import { createPictureCache, type PictureCache } from "@inkroom/canvas/pictures";
import type { Toast } from "../services.ts";
import { createPictureLine } from "./picture-line.ts";
import { PicturePost } from "./picture-post.ts";
import { openPictureRows } from "./picture-rows.ts";
import { pictureWord } from "./words.ts";

export type PictureDesk = Pick<PicturePost, "unsent" | "send" | "add" | "claim" | "peek" | "recheck"> & {
  /** Decoded pictures, for the scene. */
  readonly cache: PictureCache;
  dispose(): void;
};

export async function openPictureDesk(options: {
  readonly board: string;
  readonly secret: () => string;
  readonly toast: (toast: Toast) => void;
}): Promise<PictureDesk> {
  const { board, secret, toast } = options;
  const post = new PicturePost({
    board,
    rows: await openPictureRows(),
    line: createPictureLine(board, secret, (...request) => globalThis.fetch(...request)),
    now: () => Date.now(),
    pause,
    onRefused: (status) =>
      toast({ title: pictureWord(status === 507 ? "roomFull" : "refused"), text: pictureWord("stillHere"), kind: "failure" }),
  });
  const cache = createPictureCache((hash) => post.load(hash));
  return {
    cache,
    unsent: post.unsent,
    send: () => post.send(),
    add: (hash, picture) => post.add(hash, picture),
    claim: (hash) => post.claim(hash),
    peek: (hash) => post.peek(hash),
    recheck: () => post.recheck(),
    dispose() {
      post.dispose();
      cache.dispose();
    },
  };
}

/** Ends early when the browser says that the line is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end);
  });
}
