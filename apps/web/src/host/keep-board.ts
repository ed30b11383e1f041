// Keeps what this browser has of an open board up to date: the base, the work that found no place, what closed tabs left.
import type { LostEdit, Profile, Replica, Session, Transport } from "@inkroom/sync";
import type { BoardStore } from "../board-store/board-store.ts";
import type { OrphanCourier } from "../board-store/orphan-courier.ts";
import type { Readable } from "../ui/readable.ts";
import { browserClock } from "./browser-clock.ts";

type KeptBoard = {
  readonly store: BoardStore;
  readonly replica: Replica;
  readonly session: Session;
  readonly profile: Readable<Profile>;
  /** The link by which the board is open. */
  readonly secret: () => string;
  readonly openLine: (secret: string) => Transport;
  /** Hears of what was deleted under one's hand while the line was up. */
  readonly onLost: (lost: readonly LostEdit[]) => void;
  /** The line is up, for the first time or again. */
  readonly onLive: () => void;
};

/** Time between two looks for tabs that were closed with work in their outbox, ms. */
const SWEEP_MS = 30_000;

/** Keeps until the result is called. */
export function keepBoard({ store, replica, session, profile, secret, openLine, onLost, onLive }: KeptBoard): () => void {
  const copy = store.copyBase(replica);
  let courier: OrphanCourier | undefined;
  let isOver = false;
  const sweep = async (): Promise<void> => {
    const { OrphanCourier: Courier } = await import("../board-store/orphan-courier.ts");
    if (isOver) return;
    courier ??= new Courier({ store, replica, secret, openLine, clock: browserClock, profile: profile.get() });
    await courier.sweep();
  };
  // Without the code there is nothing to do but to try again the next time.
  const trySweep = (): void => void sweep().catch(() => undefined);
  let wasLive = false;
  const onSession = (): void => {
    const isLive = session.state.kind === "live";
    if (isLive === wasLive) return;
    wasLive = isLive;
    copy?.seenNow();
    if (!isLive) return void copy?.flush();
    // The board that has just come is shown first.
    copy?.flushSoon();
    if (replica.epoch !== undefined) store.settledWith(replica.epoch);
    trySweep();
    onLive();
  };
  const onLeave = (): void => {
    if (wasLive) copy?.seenNow();
    void copy?.flush();
  };
  const sweeping = window.setInterval(() => {
    if (session.state.kind === "live") trySweep();
  }, SWEEP_MS);
  const stops = [
    session.subscribe(onSession),
    session.onRefusal(({ code, ops, shapes }) => store.kept.add({ reason: code ?? "unheard", ops, shapes })),
    replica.onLost((lost) => {
      if (wasLive) onLost(lost);
      else store.kept.add({ reason: "deleted", ops: [], shapes: lost.map(({ shape }) => shape) });
    }),
  ];
  const onPageHide = (): void => {
    session.setLeaving(true);
    onLeave();
  };
  // The page was kept by the browser and is back.
  const onPageShow = (): void => session.setLeaving(false);
  window.addEventListener("pagehide", onPageHide);
  window.addEventListener("pageshow", onPageShow);
  document.addEventListener("visibilitychange", onLeave);
  return () => {
    window.removeEventListener("pagehide", onPageHide);
    window.removeEventListener("pageshow", onPageShow);
    document.removeEventListener("visibilitychange", onLeave);
    window.clearInterval(sweeping);
    for (const stop of stops) stop();
    isOver = true;
    courier?.dispose();
    onLeave();
    copy?.dispose();
  };
}
