// Delays of the room runtime, in ms.

/** Idle time before a room may leave memory. */
export const DEFAULT_HIBERNATE_AFTER_MS = 10_000;
/** First retry of an alarm that threw; doubled by each further failure. */
const ALARM_RETRY_MS = 2_000;
const ALARM_RETRY_MAX_MS = 300_000;
/** Next try of an alarm whose room could not start or was thrown away. */
export const ALARM_ROOM_FAILED_MS = 10_000;
/** Longest wait of one timer: beyond 2^31 ms setTimeout fires at once. */
export const MAX_TIMER_MS = 86_400_000;
/** How long `close` waits for running hooks, unless the host says otherwise. */
export const DEFAULT_DRAIN_MS = 5_000;

/** A hook that has been pending for so long is logged, once. */
export const HOOK_STALL_MS = 30_000;
/** A hook that has kept the process busy for so long, without a break, is logged. */
export const HOOK_BLOCK_MS = 1_000;
/** How long a newcomer waits for the onConnect of the connection whose id it has taken over. */
export const SETUP_PATIENCE_MS = 5_000;
/** Longest onStart, blockConcurrencyWhile or storage.transaction, as on Durable Objects. */
export const BLOCK_LIMIT_MS = 30_000;

/** Delay before the next try after `failures` failed ones. */
export function alarmRetryDelayMs(failures: number): number {
  return Math.min(ALARM_RETRY_MAX_MS, ALARM_RETRY_MS * 2 ** Math.min(failures - 1, 20));
}
