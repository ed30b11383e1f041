// The first plan of a fixed list that fails: for tests that break a rule and demand that it is noticed.
import fc from "fast-check";
import { EDIT_NAMES, type EditName } from "./plan.ts";
import { plansOf } from "./plan-arbitrary.ts";
import { runPlan, type WorldOptions } from "./world.ts";

/** What is wrong in the first of `runs` plans in which something is. `edits`: default all sorts. */
export async function firstFailure(
  runs: number,
  { edits = EDIT_NAMES, ...options }: WorldOptions & { readonly edits?: readonly EditName[] } = {},
): Promise<readonly string[]> {
  for (const plan of fc.sample(plansOf(edits), { seed: 7, numRuns: runs })) {
    const { wrong } = await runPlan({ ...plan, storage: "memory" }, options);
    if (wrong.length > 0) return wrong;
  }
  return [];
}
