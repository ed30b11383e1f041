// /healthz: the process turns. /readyz: it can take work.
import { type Answer } from "./respond.ts";

export type Health = {
  live(): Answer;
  /** 503 while shutting down or while the disk does not take writes. */
  ready(): Answer;
  /** From now on not ready. */
  drain(): void;
};

/** `probe` throws where the disk does not take a write; asked at most once per `everyMs`. */
export function createHealth(options: { readonly probe: () => void; readonly now: () => number; readonly everyMs: number }): Health {
  const { probe, now, everyMs } = options;
  let draining = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let writable = true;
  const check = (): boolean => {
    if (now() - askedAt < everyMs) return writable;
    askedAt = now();
    try {
      probe();
      writable = true;
    } catch {
      // The answer is the report; whoever asks sees 503.
      writable = false;
    }
    return writable;
  };
  return {
    live: () => ({ status: 200, body: { ok: true } }),
    ready() {
      if (draining) return { status: 503, body: { ok: false, failing: ["draining"] } };
      return check() ? { status: 200, body: { ok: true } } : { status: 503, body: { ok: false, failing: ["storage"] } };
    },
    drain() {
      draining = true;
    },
  };
}
