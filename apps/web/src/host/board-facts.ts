// What the chrome shows of a session, as readables that change only when what is shown changes.
import { drawnStore } from "@inkroom/model";
import type { Replica, Session } from "@inkroom/sync";
import type { StoreTrouble } from "../board-store/store-trouble.ts";
import { isSamePeople, type Person, toPerson } from "../presence/person.ts";
import type { Profile } from "../presence/profile.ts";
import { type Failure, failureOfClose } from "../status/failure.ts";
import { type BoardStatus, isSameStatus } from "../status/save-words.ts";
import { createWritable, type Readable } from "../ui/readable.ts";

export type BoardFacts = {
  readonly people: Readable<readonly Person[]>;
  readonly status: Readable<BoardStatus>;
  readonly failure: Readable<Failure | undefined>;
  /** True once the board is known to have nothing on it. */
  readonly isEmpty: Readable<boolean>;
  /** The line could not be had at once: from now on "connecting" reads "offline". */
  noteTrouble(): void;
  dispose(): void;
};

type FactSources = {
  readonly profile: Readable<Profile>;
  /** When the board as it was opened was the newest, ms since the Unix epoch; undefined where it was opened with nothing. */
  readonly asOf: number | undefined;
  readonly trouble: Readable<StoreTrouble | undefined>;
  /** Own pictures whose bytes the room does not have. */
  readonly pictures: Readable<number>;
};

export function createBoardFacts(session: Session, replica: Replica, { profile, asOf, trouble, pictures }: FactSources): BoardFacts {
  const people = createWritable<readonly Person[]>([], isSamePeople);
  const status = createWritable<BoardStatus>({ kind: "connecting", asOf }, isSameStatus);
  const failure = createWritable<Failure | undefined>(undefined);
  const isEmpty = createWritable(false);
  let wasReached = false;
  let hadTrouble = false;

  const readSession = (): void => {
    const { state } = session;
    if (state.kind === "live") wasReached = true;
    failure.set(state.kind === "refused" ? failureOfClose(state.code) : undefined);
    const since = { asOf: wasReached ? undefined : asOf, trouble: trouble.get(), pictures: pictures.get() };
    status.set(statusOf(session, replica.unsavedShapes, wasReached || hadTrouble, since));
    readBoard();
    readPeople();
  };
  const readBoard = (): void => isEmpty.set(session.state.kind === "live" && drawnStore(replica).view.size === 0);
  const readPeople = (): void => people.set(peopleOf(session, { ...profile.get(), client: replica.client }));
  const stops = [
    session.subscribe(readSession),
    session.peers.subscribe(readPeople),
    profile.subscribe(readPeople),
    trouble.subscribe(readSession),
    pictures.subscribe(readSession),
    replica.subscribe(readBoard),
  ];
  readSession();
  return {
    people,
    status,
    failure,
    isEmpty,
    noteTrouble() {
      hadTrouble = true;
      readSession();
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

/** `unsaved`: shapes with changes that the room does not have. `wasTried`: it has been reached before, or trying has failed. */
function statusOf({ state, saveStatus }: Session, unsaved: number, wasTried: boolean, { asOf, trouble, pictures }: FactsNow): BoardStatus {
  if (state.kind === "live" && state.isDamaged) return { kind: "damaged" };
  if (state.kind === "live" && state.role === "view") return { kind: "view-only", pending: unsaved };
  if (saveStatus.kind === "offline") {
    return wasTried ? { kind: "offline", pending: unsaved, asOf, isKept: trouble === undefined } : { kind: "connecting", asOf };
  }
  if (saveStatus.kind === "put-off") return { ...saveStatus, isKept: trouble === undefined };
  if (saveStatus.kind === "refused") return { kind: "refused" };
  if (saveStatus.kind !== "saved") return { kind: "sending", pending: unsaved };
  return pictures > 0 ? { kind: "sending-pictures", pending: pictures } : { kind: "saved", trouble };
}
type FactsNow = { readonly asOf: number | undefined; readonly trouble: StoreTrouble | undefined; readonly pictures: number };

/** The own person first. Alone while the line is down: who else is there is then not known. */
function peopleOf({ state, peers }: Session, profile: Profile & { readonly client: string }): readonly Person[] {
  const isIn = state.kind === "live" || state.kind === "catching-up";
  const role = isIn ? state.role : "edit";
  const self = toPerson("self", { ...profile, role, active: true }, true);
  if (!isIn) return [self];
  const others = peers.list().filter((peer) => peer.peer !== state.peer);
  return [self, ...others.map((peer) => toPerson(String(peer.peer), peer, false))];
}
