// Whom the view goes after, who is taken along, and what is said to them. The code behind is fetched when somebody else is there.
import type { Editor } from "@inkroom/editor";
import type { Session } from "@inkroom/sync";
import type { Profile } from "../presence/profile.ts";
import { createWritable, type Writable } from "../ui/readable.ts";
import type { Company, Pointer } from "./open-company.ts";

type CompanyAhead = {
  readonly leading: Omit<Company["leading"], "dispose">;
  readonly following: Omit<Company["following"], "dispose">;
  readonly say: Company["speech"]["say"];
  dispose(): void;
};

/** `pointer`: where it is on the screen, while it is over the board. */
export function createCompany(editor: Editor, session: Session, profile: Writable<Profile>, pointer: Pointer): CompanyAhead {
  const told = { isLeading: createWritable(false), followed: createWritable<number | undefined>(undefined) };
  let company: Company | undefined;
  let opening: Promise<void> | undefined;
  const use = (work: (company: Company) => void): void => {
    // At once where it can be: whoever stops leading moves the own view next.
    if (company !== undefined) return work(company);
    opening ??= import("./open-company.ts").then(
      ({ openCompany }) => void (company = openCompany(editor, session, profile, told, pointer)),
    );
    // Without a line there is no code, and nobody to follow or to lead; it is asked for again.
    opening.then(
      () => company && work(company),
      () => (opening = undefined),
    );
  };
  /** What has not begun has not to be ended. */
  const end: typeof use = (work) => opening && use(work);
  const unsubscribe = session.peers.subscribe(() => {
    if (session.peers.list().length > 0) use(() => undefined);
  });
  return {
    leading: {
      isOn: told.isLeading,
      start: () => use(({ leading }) => leading.start()),
      stop: () => end(({ leading }) => leading.stop()),
    },
    following: {
      peer: told.followed,
      follow: (peer) => use(({ following }) => following.follow(peer)),
      stop: () => end(({ following }) => following.stop()),
    },
    say: (text) => use(({ speech }) => speech.say(text)),
    dispose() {
      unsubscribe();
      end((company) => company.dispose());
    },
  };
}
