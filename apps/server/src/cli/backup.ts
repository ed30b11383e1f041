// inkroom backup: a copy of every room and of the registry, each opened and read row by row, and a manifest written last.
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inspectRoom, roomPath } from "@inkroom/storage/sqlite";
import { openRegistry } from "../access/registry.ts";
import { CommandError } from "./command-error.ts";
import type { DataSource, RoomName } from "./data-source.ts";
import { titleOf } from "./verify.ts";

export const MANIFEST = "manifest.json";

export type BackedUpRoom = RoomName & {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Newest seq of its log, and the name of its history. */
  readonly seq: number;
  readonly epoch: string | null;
};
export type Manifest = {
  readonly format: 1;
  /** Date and time, ISO 8601. */
  readonly made: string;
  readonly rooms: readonly BackedUpRoom[];
  readonly registry: { readonly file: string; readonly sha256: string };
  /** Rooms that could not be copied. */
  readonly failed: readonly (RoomName & { readonly problem: string })[];
};

/** Writes a backup into a new or empty directory. Returns its manifest. */
export async function backUp(source: DataSource, target: string, say: (line: string) => void): Promise<Manifest> {
  mkdirSync(join(target, "rooms"), { recursive: true, mode: 0o700 });
  if (readdirSync(target).length > 1 || readdirSync(join(target, "rooms")).length > 0)
    throw new CommandError(`${target} is not empty. A backup needs a directory of its own.`);
  const rooms: BackedUpRoom[] = [];
  const failed: (RoomName & { problem: string })[] = [];
  for (const room of await source.rooms()) {
    const copied = await copyOne(source, room, target);
    if (typeof copied === "string") failed.push({ ...room, problem: copied });
    else if (copied !== undefined) rooms.push(copied);
  }
  // Last: a link may then lead to a board without content, but no board is left without its links.
  await source.copyRegistry(join(target, "registry.db"));
  openRegistry(target, Date.now).close(); // it can be read, and all of it is in the one file
  const registry = { file: "registry.db", sha256: sealed(join(target, "registry.db")) };
  const manifest: Manifest = { format: 1, made: new Date().toISOString(), rooms, registry, failed };
  writeDurably(join(target, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
  for (const { problem, ...room } of failed) say(`${titleOf(room)} is not in the backup: ${problem}`);
  say(`${rooms.length} rooms in ${target}, ${failed.length} failed.`);
  return manifest;
}

/** What is in the backup, why it is not, or undefined for a room that has never stored anything. */
async function copyOne(source: DataSource, { party, name }: RoomName, target: string): Promise<BackedUpRoom | string | undefined> {
  const file = `rooms/${basename(roomPath("", { party, name }))}`;
  const path = join(target, file);
  try {
    if (!(await source.copyRoom({ party, name }, path))) return undefined;
  } catch (error) {
    removeCopy(path);
    return error instanceof Error ? error.message : String(error);
  }
  const { problems, head, epoch } = inspectRoom(path, { party, name }, true);
  const [problem] = problems;
  if (problem !== undefined) {
    removeCopy(path);
    return problem;
  }
  return { party, name, file, bytes: statSync(path).size, sha256: sealed(path), seq: head, epoch: epoch ?? null };
}

function removeCopy(path: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
}

/** Makes sure that the file is on the disk; its sha256. */
function sealed(path: string): string {
  for (const name of readdirSync(join(path, ".."))) if (name.startsWith(`${basename(path)}.pre-v`)) rmSync(join(path, "..", name));
  sync(path);
  return sha256Of(path);
}

export function sha256Of(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function writeDurably(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text, { mode: 0o600 });
  sync(`${path}.tmp`);
  renameSync(`${path}.tmp`, path);
}

/** Makes sure that the file is on the disk. */
export function sync(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}
