// How many files and connections a process may have that has so many descriptors: people are turned away in words before
// the system would do it without any.

/** For the program itself, its registry and index, and requests that are no connections. */
const RESERVED = 56;
/** An open room: its database and its write-ahead log. */
const PER_ROOM = 2;
/** Open room files and connections where nothing is scarce, see docs/reference.md. */
const MOST_ROOM_FILES = 128;
const MOST_CONNECTIONS = 5_000;
const ENOUGH = RESERVED + PER_ROOM * MOST_ROOM_FILES + MOST_CONNECTIONS;

export type OpenFileLimits = { readonly maxConnections?: number; readonly maxOpenFiles?: number };

/** Shares `descriptors` out; nothing where they are more than enough, or not known. */
export function openFileLimits(descriptors: number | undefined): OpenFileLimits {
  if (descriptors === undefined || descriptors >= ENOUGH) return {};
  const maxOpenFiles = Math.min(MOST_ROOM_FILES, Math.max(1, Math.floor(descriptors / 8)));
  return { maxOpenFiles, maxConnections: Math.max(1, descriptors - RESERVED - PER_ROOM * maxOpenFiles) };
}

/** What this process may open, as `ulimit -n` tells; undefined where the system does not say. */
export function descriptorsOfProcess(): number | undefined {
  // reason: newer than the types. With it a report does not ask for the names of all peers.
  const report = process.report as typeof process.report & { excludeNetwork?: boolean };
  report.excludeNetwork = true;
  // reason: the type of a report is `object`; this part of it is documented, and missing on Windows.
  const { userLimits } = report.getReport() as { userLimits?: { open_files?: { soft: number | string } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === "number" ? soft : undefined;
}
