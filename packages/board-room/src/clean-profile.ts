// Names and colours as others will see them: the server passes on only what is fit to be shown.
import { isPresenceColor, type MeMessage, presenceColor } from "@inkroom/protocol";
import type { Profile } from "./session.ts";

/** Characters of a shown name, in code points. */
export const MAX_NAME_LENGTH = 32;

// Control characters, surrogates, and format characters: zero-width ones and those that change the writing direction.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** The same but for the joiner: there are pictures of letters that are put together with it. */
const UNSAYABLE = new RegExp(`(?!\u200D)${INVISIBLE.source}`, "gu");

/** Without invisible characters and outer spaces, at most MAX_NAME_LENGTH code points. May be empty. */
function cleanName(name: string): string {
  const visible = name.replace(INVISIBLE, "").trim();
  return Array.from(visible).slice(0, MAX_NAME_LENGTH).join("").trim();
}

/** The profile of a newcomer, before it says anything about itself. */
export function newProfile(peer: number): Profile {
  return { name: "", color: presenceColor(peer), selection: [], active: true, caret: [], laser: false, lead: [], say: "" };
}

/** The profile of `peer` with the given parts replaced, as others may see it. A colour that is none becomes the peer's own. */
export function changedProfile(
  profile: Profile,
  peer: number,
  change: { readonly [K in keyof Omit<MeMessage, "t">]?: MeMessage[K] | undefined },
): Profile {
  return {
    name: change.name === undefined ? profile.name : cleanName(change.name),
    color: change.color === undefined ? profile.color : isPresenceColor(change.color) ? change.color : presenceColor(peer),
    selection: change.selection ?? profile.selection,
    active: change.active ?? profile.active,
    caret: change.caret ?? profile.caret,
    laser: change.laser ?? profile.laser,
    lead: change.lead ?? profile.lead,
    say: change.say === undefined ? profile.say : change.say.replace(UNSAYABLE, ""),
  };
}
