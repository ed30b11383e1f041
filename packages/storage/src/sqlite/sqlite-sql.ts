// A room's own tables, in its file.
import type { SqlResult, SqlStore } from "@inkroom/rooms";
import type { RoomFile } from "./room-file.ts";
import type { SqlInput } from "./user-sql.ts";

export class SqliteSql implements SqlStore {
  readonly #file: RoomFile;

  constructor(file: RoomFile) {
    this.#file = file;
  }

  exec(query: string, bindings: readonly SqlInput[]): SqlResult {
    return this.#file.runSql((sql, begin) => sql.exec(query, bindings, begin));
  }

  sizeBytes(): number {
    return this.#file.read((db) => db.userSql.sizeBytes()) ?? 0;
  }

  clear(): void {
    if (this.#file.read(() => true) === undefined) return;
    this.#file.write((db) => db.userSql.clear());
  }
}
