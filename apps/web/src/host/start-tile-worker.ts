// Starts the worker that draws tiles, where the browser has what it needs.
import type { TileWorkerPort } from "@inkroom/canvas";

/** Undefined: the board is drawn on the main thread. */
export function startTileWorker(): TileWorkerPort | undefined {
  if (typeof OffscreenCanvas === "undefined" || typeof Worker === "undefined") return undefined;
  try {
    // The build finds the worker's script by the form of this expression.
    const worker = new Worker(new URL("./tile-worker.ts", import.meta.url), { type: "module" });
    return worker as unknown as TileWorkerPort; // reason: a Worker's events carry more than the port asks for
  } catch {
    return undefined; // a policy of the page forbids it
  }
}
