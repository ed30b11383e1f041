// Ends the process at a named step, for tests of what a crash leaves behind.
import type { StorageStep } from "@inkroom/storage/sqlite";

/** The end of the turn of a commit: its acks have left, and what others hear of it waits for the next tick. */
export const AFTER_ACK = "after_ack";

/** `spec`: "<step>:<count>"; `die` is called at that occurrence of a step of storage, or of AFTER_ACK. */
export function createFailpoint(spec: string, die: () => void): (step: StorageStep) => void {
  const [name, count] = spec.split(":");
  const counted = name === AFTER_ACK ? "after_commit" : name;
  let left = Number(count);
  return (step) => {
    if (step !== counted) return;
    left -= 1;
    if (left !== 0) return;
    if (name === AFTER_ACK) queueMicrotask(die);
    else die();
  };
}
