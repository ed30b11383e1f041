// A server with a board of any size on it, written to the room's file while no server has it: as a room would have written it,
// by its own code, without the time that so many pushes take.
import { encodeOps, deriveClientId } from "@inkroom/protocol";
import { keepParts, loadBoard, storeEpoch } from "@inkroom/board-room";
import { openSqliteDriver } from "@inkroom/storage/sqlite";
import { type BenchBoard, type BenchServer, createServerProcess } from "../server-process.ts";
import { addsOf } from "./board-writer.ts";
import { strokesOf } from "./strokes.ts";

const CLIENT = deriveClientId("seeded-board");
const EPOCH = "seeded-board";
/** Log rows of one commit. */
const ROWS_PER_COMMIT = 100;

/** A board of the benchmark's strokes. The room is asleep: the first who comes wakes it. */
export async function serveSeeded(
  count: number,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly server: BenchServer; readonly board: BenchBoard }> {
  const empty = await createServerProcess(env);
  const board = await empty.newBoard();
  await empty.stop({ keep: true });
  writeBoard(empty.dataDir, board.id, count);
  return { server: await createServerProcess({ ...env, DATA_DIR: empty.dataDir }), board };
}

/** Log and checkpoint of a board that one client has filled. */
function writeBoard(dataDir: string, board: string, count: number): void {
  const driver = openSqliteDriver({ dataDir });
  try {
    const store = driver.open({ party: "board", name: board });
    let n = 0;
    for (const ops of addsOf(strokesOf(count), count, CLIENT)) {
      store.log.append({ client: CLIENT, n: (n += 1), body: encodeOps(ops), ts: Date.now() });
      if (n % ROWS_PER_COMMIT === 0) store.commit();
    }
    // Nothing but the log is there yet.
    const table = store.bytes;
    const bytes = { put: table.put.bind(table), get: table.get.bind(table), delete: table.delete.bind(table), list: () => [] };
    const loaded = loadBoard({ log: store.log, bytes }, 1);
    loaded.checkpoint.writeIfDue(n);
    storeEpoch(bytes, EPOCH);
    // As by a room that nobody has written to for a while.
    keepParts(bytes, EPOCH, loaded.board, n);
    store.commit();
  } finally {
    driver.close();
  }
}
