// Brings what closed tabs have left in their outboxes to the room, each under its own identity and over a line of its own.
// What was made by a link that is of no use any more becomes kept work, once a tab is here by a link that may write.
import { boardFromEntries } from "@inkroom/model";
import { CLOSE } from "@inkroom/protocol";
import {
  type Clock,
  createReplica,
  createSession,
  type Profile,
  type Replica,
  type Session,
  type SessionState,
  type Transport,
} from "@inkroom/sync";
import type { BoardStore, Orphan } from "./board-store.ts";

export type CourierOptions = {
  readonly store: Pick<BoardStore, "orphans" | "kept">;
  /** This tab's replica: its base saves the courier from fetching the board. */
  readonly replica: Replica;
  /** The link by which this tab is on the board. */
  readonly secret: () => string;
  /** A line of its own for whoever holds this link. */
  readonly openLine: (secret: string) => Transport;
  readonly clock: Clock;
  readonly profile: Profile;
};

export class OrphanCourier {
  readonly #options: CourierOptions;
  /** The room would not have them by their link: another attempt of this page would not help. Their work stays stored. */
  readonly #turnedAway = new Set<string>();
  #session: Session | undefined;
  #isOver = false;
  #sweeping: Promise<void> | undefined;

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Delivers what there is now. A sweep that is under way is not doubled. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepOnce().finally(() => (this.#sweeping = undefined));
    return this.#sweeping;
  }

  dispose(): void {
    this.#isOver = true;
    this.#session?.stop();
  }

  async #sweepOnce(): Promise<void> {
    try {
      for await (const orphan of this.#options.store.orphans(this.#options.replica.epoch)) {
        if (!this.#isOver && !this.#turnedAway.has(orphan.identity.clientId)) await this.#deliver(orphan);
        orphan.release();
        if (this.#isOver) return;
      }
    } catch {
      // The database failed; whoever writes to it next tells. What is in it stays for another time.
    }
  }

  async #deliver({ identity, row, content, outbox }: Orphan): Promise<void> {
    const { replica: own, store, secret, openLine, clock, profile } = this.#options;
    const { clientId } = identity;
    const { epoch, seq, tip } = own;
    const base = epoch === undefined ? undefined : { board: boardFromEntries(own.base.entries()), epoch, seq, tip };
    const replica = createReplica({ client: clientId, outbox, restored: content, base });
    const session = createSession({ replica, transport: openLine(row.secret), clock, identity, profile, encoding: "binary" });
    session.onRefusal(({ code, ops, shapes }) => store.kept.add({ reason: code ?? "unheard", ops, shapes }));
    this.#session = session;
    const end = Promise.withResolvers<void>();
    const stop = session.subscribe(() => {
      const { state } = session;
      const isRefused = state.kind === "refused" || isViewer(state);
      if (isRefused) this.#turnedAway.add(clientId);
      const isDone = state.kind === "live" && replica.pending.length === 0 && [...replica.unanswered].length === 0;
      if (isRefused || isDone || state.kind === "closed") end.resolve();
    });
    session.start();
    await end.promise;
    stop();
    if (session.state.kind === "live" && replica.epoch !== undefined) await outbox.settledWith(replica.epoch).catch(() => undefined);
    if (isShutOut(session.state) && row.secret !== secret() && own.canEdit) replica.refuseAll("forbidden");
    session.stop();
    this.#session = undefined;
  }
}

function isViewer(state: SessionState): boolean {
  return state.kind === "live" && state.role === "view";
}

/** The link does not allow to write any more. */
function isShutOut(state: SessionState): boolean {
  return isViewer(state) || (state.kind === "refused" && (state.code === CLOSE.forbidden || state.code === CLOSE.noRoom));
}
