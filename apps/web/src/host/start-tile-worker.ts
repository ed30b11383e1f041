// Starts the worker that draws tiles, where the browser has what it needs.
import type { TileWorkerPort } from "@inkroom/canvas";

export type TileWorkers = {
  /** A worker for a scene, which ends it. Undefined: the board is drawn on the main thread. */
  take(): TileWorkerPort | undefined;
  /** Ends the one that nobody has taken. */
  dispose(): void;
};

/** Starts the first worker now, so that its script comes while the board's database opens; each further one when it is taken. */
export function startTileWorkers(): TileWorkers {
  const ahead = [startTileWorker()];
  return {
    take: () => (ahead.length > 0 ? ahead.pop() : startTileWorker()),
    dispose: () => ahead.pop()?.terminate(),
  };
}

function startTileWorker(): TileWorkerPort | undefined {
  if (typeof OffscreenCanvas === "undefined" || typeof Worker === "undefined") return undefined;
  try {
    // The build finds the worker's script by the form of this expression.
    const worker = new Worker(new URL("./tile-worker.ts", import.meta.url), { type: "module" });
    return worker as unknown as TileWorkerPort; // reason: a Worker's events carry more than the port asks for
  } catch {
    return undefined; // a policy of the page forbids it
  }
}
