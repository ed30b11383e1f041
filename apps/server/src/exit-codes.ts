// How the process ends. Numbers as in sysexits.h where it has one.
export const EXIT = {
  ok: 0,
  /** Could not start, or could not end in time. */
  start: 1,
  /** The command line was not understood. */
  usage: 64,
  /** A bug: uncaught error. The data is safe; restart. */
  bug: 70,
  /** The configuration is wrong. */
  config: 78,
} as const;
