// Token buckets and strikes: how much one connection may ask for. Times are wall clock ms and may jump.
import type { Rate, RoomLimits } from "./limits.ts";

export type Bucket = { tokens: number; at: number };

function fullBucket(rate: Rate, now: number): Bucket {
  return { tokens: rate.burst, at: now };
}

/** Takes one token; false where there is none. A clock that jumps back neither gives nor takes. */
export function takeToken(bucket: Bucket, rate: Rate, now: number): boolean {
  const elapsedMs = Math.max(0, now - bucket.at);
  bucket.tokens = Math.min(rate.burst, bucket.tokens + (elapsedMs * rate.perSecond) / 1_000);
  bucket.at = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

/** What is remembered of one connection's manners. Forgotten when the room hibernates: it was quiet by then. */
export type Manners = {
  readonly pushes: Bucket;
  readonly motion: Bucket;
  readonly frames: Bucket;
  /** Times of the last faulty messages. */
  strikes: number[];
  /** Begin and end of the current run of pushes over the rate. */
  overSince: number;
  overUntil: number;
};

export function goodManners(limits: RoomLimits, now: number): Manners {
  return {
    pushes: fullBucket(limits.pushes, now),
    motion: fullBucket(limits.motion, now),
    frames: fullBucket(limits.frames, now),
    strikes: [],
    overSince: 0,
    overUntil: Number.NEGATIVE_INFINITY,
  };
}

/** Notes a faulty message; true when it was one too many. */
export function strike(manners: Manners, limits: RoomLimits, now: number): boolean {
  manners.strikes = manners.strikes.filter((at) => Math.abs(now - at) < limits.strikeWindowMs);
  manners.strikes.push(now);
  return manners.strikes.length >= limits.maxStrikes;
}

/** A pause this long ends a run of pushes over the rate. */
const PAUSE_MS = 2_000;

/** Notes a push over the rate; true when that has gone on for too long. */
export function overRate(manners: Manners, limits: RoomLimits, now: number): boolean {
  if (Math.abs(now - manners.overUntil) > PAUSE_MS) manners.overSince = now;
  manners.overUntil = now;
  return now - manners.overSince >= limits.patienceMs;
}
