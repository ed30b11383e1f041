// Entry of the worker that draws tiles of the board.
import { runTileWorker, type TileWorkerScope } from "@inkroom/canvas/tile-worker";

// reason: the DOM library describes a page's global scope, and this is a dedicated worker's.
runTileWorker(globalThis as unknown as TileWorkerScope);
