// /healthz: the process turns. /readyz: it can take work.
import type { Answer } from "./answer.ts";
import type { Awaitable } from "./awaitable.ts";

/** What a process answers to those who watch over it. */
export type Health = {
  live(): Answer;
  /** 503 while shutting down or while the disk fails. A full one is no reason to take the server away: its boards can be read. */
  ready(): Promise<Answer>;
  /** From now on not ready. */
  drain(): void;
};

/**
 * `probe` throws or rejects where the disk does not take a write; asked at most once per `everyMs`. `isFull`: the disk is
 * known to be full, or that is what this error of the probe means.
 */
export function createHealth(options: {
  readonly probe: () => Awaitable<void>;
  readonly isFull?: (error: unknown) => boolean;
  readonly now: () => number;
  readonly everyMs: number;
}): Health {
  const { probe, isFull = () => false, now, everyMs } = options;
  let draining = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let disk: "failing" | "full" | "good" = "good";
  const check = async (): Promise<typeof disk> => {
    if (now() - askedAt < everyMs) return disk;
    askedAt = now();
    try {
      await probe();
      disk = isFull(undefined) ? "full" : "good";
    } catch (error) {
      // The answer is the report.
      disk = isFull(error) ? "full" : "failing";
    }
    return disk;
  };
  return {
    live: () => ({ status: 200, body: { ok: true } }),
    async ready() {
      if (draining) return { status: 503, body: { ok: false, failing: ["draining"] } };
      const found = await check();
      if (found === "failing") return { status: 503, body: { ok: false, failing: ["storage"] } };
      return { status: 200, body: found === "full" ? { ok: true, degraded: ["disk_full"] } : { ok: true } };
    },
    drain() {
      draining = true;
    },
  };
}
