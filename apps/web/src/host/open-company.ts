// What there is to do where others are on the board: following and leading (whoever called last leads), and being told apart.
import type { Editor } from "@inkroom/editor";
import type { Session } from "@inkroom/sync";
import type { Profile } from "../presence/profile.ts";
import type { Writable } from "../ui/readable.ts";
import { createFollowing, type Following } from "./following.ts";
import { giveWay } from "./give-way.ts";
import { createLeading, type Leading } from "./leading.ts";

export type Company = { readonly leading: Leading; readonly following: Following; dispose(): void };
export type Told = { readonly isLeading: Writable<boolean>; readonly followed: Writable<number | undefined> };

export function openCompany(editor: Editor, session: Session, profile: Writable<Profile>, { isLeading, followed }: Told): Company {
  const leading = createLeading(editor, session, isLeading);
  const following = createFollowing(editor, session, leading.stop, followed);
  const stopGivingWay = giveWay(session, profile);
  const dispose = (): void => {
    stopGivingWay();
    following.dispose();
    leading.dispose();
  };
  return { leading, following, dispose };
}
