// inkroom repair: reads a room as a whole, puts a damaged file aside, and lets people write to its last good state again.
import { inspectRoom, makeWritable } from "@inkroom/storage/sqlite";
import { CommandError } from "./command-error.ts";
import type { RoomName, StoppedSource } from "./data-source.ts";
import { titleOf } from "./verify.ts";

/** Throws CommandError for a room that is not there. */
export function repair(source: StoppedSource, room: RoomName, say: (line: string) => void): void {
  const known = source.driver.rooms().some(({ key }) => key.party === room.party && key.name === room.name);
  if (!known) throw new CommandError(`There is no room ${titleOf(room)}.`);
  source.driver.checkRoom(room);
  for (const { reason, log, isComplete, kept } of source.reports) {
    say(`${titleOf(room)}: ${reason}.`);
    say(isComplete ? "Nothing was lost." : `Entries ${log.from} to ${log.to} of ${log.had} are kept.`);
    if (kept !== undefined) say(`The damaged file is kept as ${kept}.`);
  }
  const path = source.driver.pathOf(room);
  const { damage, head } = inspectRoom(path, room, true);
  if (damage === undefined) return say(`${titleOf(room)} can be written to; its newest transaction is ${head}.`);
  makeWritable(path, room);
  say(`${titleOf(room)} was read-only since ${damage.foundAt} and can be written to again, from transaction ${head} on.`);
}
