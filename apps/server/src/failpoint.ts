// Ends the process at a named step of storage, for tests of what a crash leaves behind.
import type { StorageStep } from "@inkroom/storage/sqlite";

/** `spec`: "<step>:<count>"; `die` is called at that occurrence of the step. */
export function createFailpoint(spec: string, die: () => void): (step: StorageStep) => void {
  const [name, count] = spec.split(":");
  let left = Number(count);
  return (step) => {
    if (step !== name) return;
    left -= 1;
    if (left === 0) die();
  };
}
