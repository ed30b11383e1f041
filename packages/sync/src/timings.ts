// How long the session waits, in ms.
import type { NackCode } from "@inkroom/protocol";

/** Least time between two cursor frames, and between two draft frames. */
export const MOTION_INTERVAL_MS = 33;
/** Least time between two changes of the slow part of presence. */
export const PROFILE_INTERVAL_MS = 100;
/** Wait before sending again what was refused for now. The pause after `rate` is long enough for the room to forgive. */
export const RETRY_MS: Readonly<Partial<Record<NackCode, number>>> = { gap: 100, rate: 2_500, storage: 1_000 };
/** First wait before reconnecting for a second time because of what the room said; doubled each time. */
export const RESTART_MS = 500;
export const MAX_RESTART_MS = 30_000;
/** Time between two slices of hashing a board. */
export const SUM_SLICE_MS = 17;
/** Least time between two times of asking for everything because the board was another than the room's. */
export const RESYNC_PAUSE_MS = 60_000;
/** A connection that was live for this long counts as a success. */
export const GOOD_LIFE_MS = 10_000;
/**
 * How long what a room has lost is kept back where it builds on shapes that the room has lost too: their authors are on
 * their way back as well. Longer than reconnecting is spread (see timings.ts of transport).
 */
export const REOFFER_PATIENCE_MS = 8_000;
