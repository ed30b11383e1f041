// Cutting long lists into frames of about TARGET_PART_BYTES.
import { TARGET_PART_BYTES } from "./limits.ts";

/**
 * The list in runs of at most `targetBytes` each, in order. An item larger than that makes a run of its own.
 * An empty list gives one empty run: a snapshot has at least one part.
 */
export function splitBySize<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  targetBytes: number = TARGET_PART_BYTES,
): readonly (readonly Item[])[] {
  const runs: Item[][] = [[]];
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item);
    let run = runs[runs.length - 1];
    if (run === undefined || (run.length > 0 && bytes + size > targetBytes)) {
      run = [];
      runs.push(run);
      bytes = 0;
    }
    run.push(item);
    bytes += size;
  }
  return runs;
}
