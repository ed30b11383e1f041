// What is known of one board besides its content: the hashes of its links, and the tickets that were given for it. One
// object per board, under the board's id.
import { DurableObject } from "cloudflare:workers";
import type { Link } from "@inkroom/board-access";

type Role = Link["role"];
/** What a ticket stands for. */
export type TicketGrant = { readonly role: Role; readonly link: string };

const TABLES = `
  CREATE TABLE links (id TEXT PRIMARY KEY, role TEXT NOT NULL, hash BLOB NOT NULL, created_at INTEGER NOT NULL, revoked_at INTEGER) STRICT;
  CREATE TABLE tickets (hash TEXT PRIMARY KEY, role TEXT NOT NULL, link TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
`;
/** Tickets kept at a time; the oldest unused one gives way. */
const CAPACITY = 10_000;

export class BoardAccess extends DurableObject {
  readonly #sql = this.ctx.storage.sql;

  /** Throws where the board is there already. */
  addBoard(links: readonly Link[]): void {
    this.ctx.storage.transactionSync(() => {
      this.#sql.exec(TABLES);
      for (const link of links) this.#insert(link);
    });
  }

  /** False where `by` was revoked; then nothing is added. */
  addLink(link: Link, by: string): boolean {
    if (!this.#stands(by)) return false;
    this.#insert(link);
    return true;
  }

  /** Revokes all links and adds these. The ids of the revoked; undefined where `by` is none any more. */
  replaceLinks(links: readonly Link[], by: string): readonly string[] | undefined {
    return this.ctx.storage.transactionSync(() => {
      if (!this.#stands(by)) return undefined;
      const revoked = this.#sql
        .exec<{ id: string }>("UPDATE links SET revoked_at = ? WHERE revoked_at IS NULL RETURNING id", Date.now())
        .toArray();
      for (const link of links) this.#insert(link);
      return revoked.map(({ id }) => id);
    });
  }

  /** Links that were not revoked; none where there is no such board. */
  links(): Link[] {
    if (!this.#exists()) return [];
    const rows = this.#sql.exec<{ id: string; role: Role; hash: ArrayBuffer }>("SELECT id, role, hash FROM links WHERE revoked_at IS NULL");
    return rows.toArray().map(({ id, role, hash }) => ({ id, role, hash: new Uint8Array(hash) }));
  }

  keepTicket(hash: string, { role, link }: TicketGrant, lifetimeMs: number): void {
    if (!this.#exists()) throw new Error("There is no such board");
    const now = Date.now();
    this.#sql.exec("DELETE FROM tickets WHERE expires_at <= ?", now);
    this.#sql.exec("DELETE FROM tickets WHERE rowid IN (SELECT rowid FROM tickets ORDER BY rowid DESC LIMIT -1 OFFSET ?)", CAPACITY - 1);
    this.#sql.exec("INSERT INTO tickets (hash, role, link, expires_at) VALUES (?, ?, ?, ?)", hash, role, link, now + lifetimeMs);
  }

  /** Uses a ticket up. Undefined where it is unknown, used or too old. */
  takeTicket(hash: string): TicketGrant | undefined {
    if (!this.#exists()) return undefined;
    type Row = { role: Role; link: string; expires_at: number };
    const [row] = this.#sql.exec<Row>("DELETE FROM tickets WHERE hash = ? RETURNING role, link, expires_at", hash).toArray();
    return row !== undefined && row.expires_at > Date.now() ? { role: row.role, link: row.link } : undefined;
  }

  #insert({ id, role, hash }: Link): void {
    this.#sql.exec("INSERT INTO links (id, role, hash, created_at) VALUES (?, ?, ?, ?)", id, role, new Uint8Array(hash), Date.now());
  }

  #stands(id: string): boolean {
    return this.links().some((link) => link.id === id);
  }

  /** A guessed id must not make an object that stays: nothing is written before there is a board. */
  #exists(): boolean {
    return this.#sql.exec("SELECT 1 FROM sqlite_schema WHERE name = 'links'").toArray().length > 0;
  }
}
