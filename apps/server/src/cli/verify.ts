// inkroom verify: reads rooms as they are, in copies, and says what is wrong. Changes nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspectRoom } from "@inkroom/storage/sqlite";
import { CommandError } from "./command-error.ts";
import type { DataSource, RoomName } from "./data-source.ts";

export type VerifyOptions = { readonly deep: boolean; readonly room: RoomName | undefined; readonly say: (line: string) => void };

/** How many rooms have something wrong with them. */
export async function verify(source: DataSource, { deep, room, say }: VerifyOptions): Promise<number> {
  const all = await source.rooms();
  const chosen = room === undefined ? all : all.filter(({ party, name }) => party === room.party && name === room.name);
  if (room !== undefined && chosen.length === 0) throw new CommandError(`There is no room ${titleOf(room)}.`);
  const folder = mkdtempSync(join(tmpdir(), "inkroom-verify-"));
  let bad = 0;
  try {
    for (const each of chosen) {
      const problems = await problemsOfRoom(source, each, join(folder, "room.db"), deep);
      if (problems.length > 0) bad += 1;
      for (const problem of problems) say(`${titleOf(each)}: ${problem}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(`${chosen.length} rooms read${deep ? " row by row" : ""}, ${bad} with something wrong.`);
  return bad;
}

async function problemsOfRoom(source: DataSource, room: RoomName, copy: string, deep: boolean): Promise<readonly string[]> {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(copy + suffix, { force: true });
  try {
    if (!(await source.copyRoom(room, copy))) return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const { problems, damage } = inspectRoom(copy, room, deep);
  if (damage === undefined) return problems;
  return [...problems, `read-only since ${damage.foundAt} (${damage.reason}); inkroom repair makes it writable`];
}

/** A room as the commands take it and print it; boards go by their id alone. */
export function titleOf({ party, name }: RoomName): string {
  return party === "board" ? name : `${party}/${name}`;
}
