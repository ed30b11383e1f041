// What there is to do where others are on the board: following and leading (whoever called last leads), saying something, and
// being told apart.
import type { Editor } from "@inkroom/editor";
import type { Session } from "@inkroom/sync";
import type { Profile } from "../presence/profile.ts";
import type { Writable } from "../ui/readable.ts";
import { browserClock } from "./browser-clock.ts";
import { createFollowing, type Following } from "./following.ts";
import { giveWay } from "./give-way.ts";
import { createLeading, type Leading } from "./leading.ts";
import type { Orders } from "./orders.ts";
import { tellRestingPointer } from "./resting-pointer.ts";
import { createSpeech, type Speech } from "./speech.ts";
import { tellPointer } from "./tell-pointer.ts";

export type Company = { readonly leading: Leading; readonly following: Following; readonly speech: Speech; dispose(): void };
export type Told = { readonly isLeading: Writable<boolean>; readonly followed: Writable<number | undefined> };
export type Pointer = Orders["pointer"];

export function openCompany(editor: Editor, session: Session, profile: Writable<Profile>, told: Told, pointer: Pointer): Company {
  const { isLeading, followed } = told;
  const leading = createLeading(editor, session, isLeading);
  const following = createFollowing(editor, session, leading.stop, followed);
  const speech = createSpeech((text) => session.setSay(text), browserClock);
  const stopGivingWay = giveWay(session, profile);
  const stopTelling = tellRestingPointer(editor, followed, () => tellPointer(editor, session, pointer()));
  const dispose = (): void => {
    stopTelling();
    stopGivingWay();
    following.dispose();
    leading.dispose();
    speech.dispose();
  };
  return { leading, following, speech, dispose };
}
