// What a case is: something that a client does, and what partyserver lets it observe.
import type { World } from "./world.ts";

export type Party = "wakeful" | "sleeper";

export type Case = {
  /** Stable name, e.g. `close.server-code`; deviations are listed under it. */
  readonly id: string;
  /** A statement. */
  readonly title: string;
  /** What partyserver does. Compared deeply with what `run` returns. */
  readonly expected: unknown;
  /** What rooms on Node do instead, on purpose. The id must stand in packages/rooms/DEVIATIONS.md. */
  readonly onNode?: { readonly expected: unknown };
  /** Waits for a room to leave memory. Such cases run all at once. */
  readonly isSlow?: boolean;
  readonly run: (world: World) => Promise<unknown>;
};

/** The same case for rooms that stay in memory and for those that hibernate: partyserver has other code for each. */
export function forBoth(make: (party: Party) => Case): Case[] {
  return (["wakeful", "sleeper"] as const).map((party) => {
    const made = make(party);
    return { ...made, id: `${made.id}@${party}`, title: `${made.title} (${party} room)` };
  });
}
