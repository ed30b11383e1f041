// inkroom restore: puts rooms of a backup in place. What was there before stays beside it. Each restored room gets another
// epoch, so that clients which hold more of it than the copy notice, and give it back.
import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { inspectRoom, renewEpoch } from "@inkroom/storage/sqlite";
import { type BackedUpRoom, type Manifest, MANIFEST, sha256Of, sync } from "./backup.ts";
import { CommandError } from "./command-error.ts";
import type { RoomName, StoppedSource } from "./data-source.ts";
import { titleOf } from "./verify.ts";

export type RestoreOptions = {
  readonly dataDir: string;
  /** The backup. */
  readonly from: string;
  /** One room; the registry then stays as it is. */
  readonly room: RoomName | undefined;
  readonly say: (line: string) => void;
};

/** A file of the backup, and where it goes; of the registry without a room. */
type Plan = { readonly copy: string; readonly path: string; readonly room?: BackedUpRoom };

/** All that is to be restored is checked and lies ready on the disk before the first file is touched. Throws CommandError. */
export function restore(source: StoppedSource, { dataDir, from, room, say }: RestoreOptions): void {
  const manifest = readManifest(from);
  const chosen = manifest.rooms.filter(({ party, name }) => room === undefined || (party === room.party && name === room.name));
  if (room !== undefined && chosen.length === 0) throw new CommandError(`${titleOf(room)} is not in this backup.`);
  for (const each of chosen) check(from, each);
  if (room === undefined && sha256Of(join(from, manifest.registry.file)) !== manifest.registry.sha256)
    throw new CommandError("The registry of this backup is not as it was written.");
  const plans: Plan[] = chosen.map((each) => ({ copy: join(from, each.file), path: source.driver.pathOf(each), room: each }));
  if (room === undefined) plans.push({ copy: join(from, manifest.registry.file), path: join(dataDir, "registry.db") });
  makeReady(plans);
  const aside = `.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  for (const { path } of plans) {
    for (const suffix of ["", "-wal"]) moveAside(path + suffix, aside);
    renameSync(freshOf(path), path);
  }
  // The index is made anew from the files.
  source.close();
  for (const suffix of ["", "-wal"]) moveAside(join(dataDir, `rooms.db${suffix}`), aside);
  say(`${chosen.length} rooms restored as of ${manifest.made}. What was there before is kept as *${aside}.`);
}

function readManifest(from: string): Manifest {
  if (!existsSync(join(from, MANIFEST))) throw new CommandError(`${from} is no whole backup: it has no ${MANIFEST}.`);
  // reason: written by backup.ts; its format is compared below.
  const manifest = JSON.parse(readFileSync(join(from, MANIFEST), "utf8")) as Manifest;
  if ((manifest.format as number) !== 1) throw new CommandError(`This backup has format ${manifest.format}; this version reads format 1.`);
  return manifest;
}

function check(from: string, room: BackedUpRoom): void {
  const path = join(from, room.file);
  if (!existsSync(path)) throw new CommandError(`${room.file} is missing in this backup.`);
  if (sha256Of(path) !== room.sha256) throw new CommandError(`${room.file} is not as it was written; nothing was restored.`);
}

/** Makes all files beside the places that they go to, or none. */
function makeReady(plans: readonly Plan[]): void {
  try {
    for (const { copy, path, room } of plans) {
      mkdirSync(dirname(path), { recursive: true });
      removeFresh(path);
      copyFileSync(copy, freshOf(path));
      if (room !== undefined) renew(freshOf(path), room);
      sync(freshOf(path));
    }
  } catch (error) {
    for (const { path } of plans) removeFresh(path);
    throw error;
  }
}

/** Gives a room's new file another epoch, and reads all of it. */
function renew(fresh: string, room: BackedUpRoom): void {
  renewEpoch(fresh, room, randomUUID());
  const [problem] = inspectRoom(fresh, room, true).problems;
  if (problem !== undefined) throw new CommandError(`${titleOf(room)} cannot be restored: ${problem}`);
}

function freshOf(path: string): string {
  return `${path}.restored`;
}

function removeFresh(path: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(freshOf(path) + suffix, { force: true });
}

/** `x.db-wal` becomes `x.db.before...-wal`, so that the two still belong together. */
function moveAside(path: string, aside: string): void {
  if (!existsSync(path)) return;
  renameSync(path, path.endsWith("-wal") ? `${path.slice(0, -4)}${aside}-wal` : path + aside);
}
