// Board files of older versions, brought forward one version at a time. Never changed once released: files stay around.
import type { BOARD_FILE_VERSION } from "./format.ts";

/** The records of `shapes` in version n as they would be in version n + 1. Records it cannot make sense of stay as they are. */
export type Migration = (records: readonly unknown[]) => readonly unknown[];

/** One per version before this one: the first leads from version 1 to 2. */
type StepsTo<Version extends number, Steps extends Migration[] = []> = Steps["length"] extends Version
  ? Steps extends [Migration, ...infer Rest extends Migration[]]
    ? Rest
    : never
  : StepsTo<Version, [...Steps, Migration]>;

/** The compiler counts: raising BOARD_FILE_VERSION asks for the step. */
export const MIGRATIONS: Readonly<StepsTo<typeof BOARD_FILE_VERSION>> = [];
