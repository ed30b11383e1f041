// The boards this browser has opened: those that are kept at the top, then newest first. The secrets in it never leave the browser.
import { ROLES, type Role } from "@inkroom/protocol";
import { type KeyValueStore, parseJson } from "../host/key-value-store.ts";

export type RecentBoard = {
  readonly id: string;
  readonly secret: string;
  /** Empty until someone names the board. */
  readonly name: string;
  readonly role: Role;
  /** Ms since the Unix epoch, by this device's clock. */
  readonly lastOpened: number;
  /** Kept at the top, and on the list however many others come. */
  readonly starred?: true | undefined;
};

const KEY = "inkroom.boards";
/** More would be a filing cabinet, not a list. */
export const MAX_RECENT = 50;

export type RecentBoards = {
  /** In the order in which they are shown; the same array until it changes. */
  list(): readonly RecentBoard[];
  find(id: string): RecentBoard | undefined;
  /** Notes a visit. A link is never replaced by one of the same board that opens less. */
  visit(board: { id: string; secret: string; role: Role; now: number }): void;
  rename(id: string, name: string): void;
  star(id: string, isStarred: boolean): void;
  forget(id: string): void;
  /** Puts a forgotten board back where it was, or this in place of what is known of it. */
  restore(board: RecentBoard): void;
  subscribe(listener: () => void): () => void;
};

/** The list as kept in `store`. */
export function createRecentBoards(store: KeyValueStore): RecentBoards {
  let boards = readBoards(store);
  const listeners = new Set<() => void>();
  const write = (change: (current: readonly RecentBoard[]) => readonly RecentBoard[]): void => {
    // Read again: another tab may have written since.
    boards = inOrder(change(readBoards(store))).slice(0, MAX_RECENT);
    store.set(KEY, JSON.stringify(boards));
    for (const listener of listeners) listener();
  };
  return {
    list: () => boards,
    find: (id) => boards.find((board) => board.id === id),
    visit: (visit) => write((current) => withVisit(current, visit)),
    rename: (id, name) => write((current) => current.map((board) => (board.id === id ? { ...board, name: name.trim() } : board))),
    star: (id, isStarred) =>
      write((current) => current.map((board) => (board.id === id ? { ...board, starred: isStarred || undefined } : board))),
    restore: (board) => write((current) => [...current.filter(({ id }) => id !== board.id), board]),
    forget: (id) => write((current) => current.filter((board) => board.id !== id)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function inOrder(boards: readonly RecentBoard[]): readonly RecentBoard[] {
  return boards.toSorted((a, b) => Number(b.starred ?? false) - Number(a.starred ?? false) || b.lastOpened - a.lastOpened);
}

function withVisit(boards: readonly RecentBoard[], visit: { id: string; secret: string; role: Role; now: number }): readonly RecentBoard[] {
  const known = boards.find((board) => board.id === visit.id);
  const key = known !== undefined && ROLES.indexOf(known.role) > ROLES.indexOf(visit.role) ? known : visit;
  const board = {
    id: visit.id,
    secret: key.secret,
    role: key.role,
    name: known?.name ?? "",
    lastOpened: visit.now,
    starred: known?.starred,
  };
  return [board, ...boards.filter((other) => other.id !== visit.id)];
}

function readBoards(store: KeyValueStore): readonly RecentBoard[] {
  const stored = parseJson(store.get(KEY));
  return Array.isArray(stored) ? stored.filter(isRecentBoard) : [];
}

function isRecentBoard(value: unknown): value is RecentBoard {
  if (typeof value !== "object" || value === null) return false;
  // reason: probed field by field on the next lines.
  const board = value as Record<string, unknown>;
  const strings = typeof board["id"] === "string" && typeof board["secret"] === "string" && typeof board["name"] === "string";
  return strings && typeof board["lastOpened"] === "number" && ROLES.some((role) => role === board["role"]);
}
