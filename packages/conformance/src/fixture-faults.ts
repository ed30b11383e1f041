// How fixture rooms fail. What failed before is kept outside of the rooms, so that a host cannot undo it.

export const FAILED_STARTS = new Set<string>();
export const FAILED_ALARMS = new Map<string, number>();

/** Throws: an Error with a text to look for, or something that is no Error. */
export function fail(how: string | null): never {
  if (how === "string") throw "telltale" as unknown as Error; // reason: hosts must survive it
  throw new Error("telltale");
}
