// A colour that nobody chose gives way to the same colour of somebody who was here first: people are told apart by it.
import { PRESENCE_COLORS } from "@inkroom/protocol";
import type { Session } from "@inkroom/sync";
import type { Profile } from "../presence/profile.ts";
import type { Writable } from "../ui/readable.ts";

type Company = Pick<Session, "state" | "subscribe"> & { readonly peers: Pick<Session["peers"], "list" | "subscribe"> };

/** Takes a colour that is free while another person has this one; keeps it where none is. Until the result is called. */
export function giveWay(session: Company, profile: Writable<Profile>): () => void {
  const look = (): void => {
    const { state } = session;
    const own = profile.get();
    if (state.kind !== "live" || own.isColorChosen === true) return;
    const others = session.peers.list();
    // The room hands out the lowest number that is free: nearly always, who has a lower one was here before.
    if (!others.some(({ color, peer }) => color === own.color && peer < state.peer)) return;
    const free = PRESENCE_COLORS.find((color) => !others.some((other) => other.color === color));
    if (free !== undefined) profile.set({ ...own, color: free });
  };
  const stops = [session.subscribe(look), session.peers.subscribe(look)];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}
