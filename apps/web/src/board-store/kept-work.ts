// Work that the board did not take, or that came to nothing: kept until the person has put it back or thrown it away.
import type { Shape } from "@inkroom/shapes";
import { randomId } from "../host/tab-identity.ts";
import { createWritable, type Readable } from "../ui/readable.ts";
import { type Database, type KeptRow, queue, rowsOf, write } from "./database.ts";
import { type StoreTrouble, troubleOf } from "./store-trouble.ts";

export type KeptItem = KeptRow & { readonly key: string };

const ID_BYTES = 16;

export type KeptWork = {
  /** Oldest first. */
  readonly items: Readable<readonly KeptItem[]>;
  /** `reason`: a nack code, `deleted`, or `unheard`. */
  add(row: Omit<KeptRow, "at">): void;
  remove(keys: readonly string[]): void;
};

type KeptWorkOptions = {
  readonly board: string;
  /** Undefined: kept as long as the page. */
  readonly database: Database | undefined;
  readonly stored: readonly KeptItem[];
  readonly now: () => number;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => unknown;
  readonly onTrouble: (trouble: StoreTrouble) => void;
};

export async function readKeptWork(database: Database, board: string): Promise<readonly KeptItem[]> {
  const transaction = database.transaction("kept");
  const [keys, rows] = await Promise.all([transaction.store.getAllKeys(rowsOf(board)), transaction.store.getAll(rowsOf(board))]);
  return rows.map((row, i) => ({ ...row, key: keys[i]?.[1] ?? "" }));
}

export function createKeptWork({ board, database, stored, now, fillRandom, onTrouble }: KeptWorkOptions): KeptWork {
  const items = createWritable<readonly KeptItem[]>(stored);
  let count = 0;
  const store = (fill: Parameters<typeof write>[2]): void => {
    if (database !== undefined) write(database, ["kept"], fill).catch((error: unknown) => onTrouble(troubleOf(error)));
  };
  return {
    items,
    add(work) {
      const row: KeptRow = { ...work, shapes: work.shapes.map(withOwnBytes), at: now() };
      // In order of arrival, and another one in each tab.
      const place = [row.at, (count += 1)].map((part) => String(part).padStart(15, "0"));
      const key = [...place, randomId(fillRandom, ID_BYTES)].join("-");
      items.set([...items.get(), { ...row, key }]);
      store((transaction) => queue(transaction.objectStore("kept").put(row, [board, key])));
    },
    remove(keys) {
      const gone = new Set(keys);
      items.set(items.get().filter(({ key }) => !gone.has(key)));
      store((transaction) => {
        for (const key of keys) queue(transaction.objectStore("kept").delete([board, key]));
      });
    },
  };
}

/** Points may be a view into a whole part of the board, all of which would be stored with them. */
function withOwnBytes(shape: Shape): Shape {
  return shape.kind === "draw" ? { ...shape, points: shape.points.slice() } : shape;
}
