// How long the line waits, in ms.

/** Time between two pings; two of them without any frame in return mean that the line is dead. */
export const HEARTBEAT_MS = 25_000;
/** Time for an answer when something happened that may have cut the line: a network change, a wake-up. */
export const PROBE_MS = 5_000;
/** Time for a connection to open, and for a ticket to come. */
export const CONNECT_TIMEOUT_MS = 10_000;
export const TICKET_TIMEOUT_MS = 10_000;
/**
 * First wait before reconnecting: the base plus a random share of the spread. When a server dies, 2,000 clients that it had
 * come back at no more than 5 % of them in any 100 ms.
 */
export const RETRY_BASE_MS = 300;
export const RETRY_SPREAD_MS = 3_000;
/** The same after the server has said that it goes away (close 1012): it takes a moment to be back, and nobody is surprised. */
export const DRAIN_BASE_MS = 500;
export const DRAIN_SPREAD_MS = 5_000;
export const MAX_RETRY_MS = 8_000;
export const RETRY_GROWTH = 1.5;
