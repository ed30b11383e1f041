// /healthz: the process turns. /readyz: it can take work.
import type { Answer } from "./answer.ts";
import type { Awaitable } from "./awaitable.ts";

export type Health = {
  live(): Answer;
  /** 503 while shutting down or while the disk does not take writes. */
  ready(): Promise<Answer>;
  /** From now on not ready. */
  drain(): void;
};

/** `probe` throws or rejects where the disk does not take a write; asked at most once per `everyMs`. */
export function createHealth(options: {
  readonly probe: () => Awaitable<void>;
  readonly now: () => number;
  readonly everyMs: number;
}): Health {
  const { probe, now, everyMs } = options;
  let draining = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let writable = true;
  const check = async (): Promise<boolean> => {
    if (now() - askedAt < everyMs) return writable;
    askedAt = now();
    try {
      await probe();
      writable = true;
    } catch {
      // The answer is the report; whoever asks sees 503.
      writable = false;
    }
    return writable;
  };
  return {
    live: () => ({ status: 200, body: { ok: true } }),
    async ready() {
      if (draining) return { status: 503, body: { ok: false, failing: ["draining"] } };
      return (await check()) ? { status: 200, body: { ok: true } } : { status: 503, body: { ok: false, failing: ["storage"] } };
    },
    drain() {
      draining = true;
    },
  };
}
