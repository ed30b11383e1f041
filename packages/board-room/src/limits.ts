// What one connection and one room may ask of the server. Defaults can be replaced through the room's env.
import { HELLO_DEADLINE_MS, MAX_SHAPES, MAX_STRIKES, STRIKE_WINDOW_MS } from "@inkroom/protocol";

/** A token bucket: `perSecond` tokens come in, at most `burst` are kept. */
export type Rate = { readonly perSecond: number; readonly burst: number };

export type RoomLimits = {
  /** Time from connecting to hello, ms. */
  readonly helloDeadlineMs: number;
  /** Connections in one room; one more is closed with 4410. */
  readonly maxConnections: number;
  /** Living shapes on the board; a push that would add more is refused with `room_full`. */
  readonly maxShapes: number;
  /** Bytes of all pictures of a board; one that would go over it is refused with 507. */
  readonly maxBlobBytes: number;
  /** Pushes and presence changes of one connection. Over it: nack `rate`, and the change is dropped. */
  readonly pushes: Rate;
  /** Cursor and draft frames of one connection. Over it they are dropped. */
  readonly motion: Rate;
  /** Frames of any sort of one connection. Over it the connection is closed with 4429. */
  readonly frames: Rate;
  /** Pushes refused for rate without a pause for this long, ms: the connection is closed with 4429. */
  readonly patienceMs: number;
  /** Faulty messages within `strikeWindowMs` after which the connection is closed with 4400. */
  readonly maxStrikes: number;
  readonly strikeWindowMs: number;
  /** Least time between two flushes of ops and presence, ms. */
  readonly tickMs: number;
  /** Unsent bytes of a connection above which it gets no presence. */
  readonly presenceBacklogBytes: number;
  /** Unsent bytes of a connection above which it gets no ops; it reads them from the log when it has caught up. */
  readonly opsBacklogBytes: number;
  /** Time without progress after which a connection that lags is closed with 4503, ms. */
  readonly stallMs: number;
  /** Time between two looks at the connections that are catching up, ms. */
  readonly catchUpEveryMs: number;
  /** Missed transactions of no more bytes than this are sent as such; of more, what they have changed if that is less. */
  readonly smallTailBytes: number;
  /** Transactions after which the members are told the hash of the board. */
  readonly sumEverySeqs: number;
  /** Longest time from a change or a newcomer to that, ms. */
  readonly sumAfterMs: number;
  /** Committed transactions between two checkpoints. */
  readonly checkpointEvery: number;
  /** Living shapes from which on a board's parts are kept on the disk too, so that it can be shown before it is in memory. */
  readonly keptPartsFrom: number;
  /** Committed transactions after which they are written anew, once nobody is writing. */
  readonly keptPartsEvery: number;
  /** Time in which nobody has written, ms. */
  readonly keptPartsRestMs: number;
};

export const DEFAULT_LIMITS: RoomLimits = {
  helloDeadlineMs: HELLO_DEADLINE_MS,
  maxConnections: 2_000,
  maxShapes: MAX_SHAPES,
  maxBlobBytes: 200 * 1024 * 1024,
  pushes: { perSecond: 60, burst: 240 },
  motion: { perSecond: 60, burst: 120 },
  frames: { perSecond: 600, burst: 2_400 },
  patienceMs: 10_000,
  maxStrikes: MAX_STRIKES,
  strikeWindowMs: STRIKE_WINDOW_MS,
  tickMs: 16,
  presenceBacklogBytes: 256 * 1024,
  opsBacklogBytes: 1024 * 1024,
  stallMs: 15_000,
  catchUpEveryMs: 20,
  smallTailBytes: 8 * 1024,
  sumEverySeqs: 256,
  sumAfterMs: 2_000,
  checkpointEvery: 50,
  keptPartsFrom: 5_000,
  keptPartsEvery: 500,
  keptPartsRestMs: 5_000,
};
