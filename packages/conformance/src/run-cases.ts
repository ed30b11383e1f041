// Runs cases against one host, many at a time: each has a room of its own.
import type { Case } from "./case.ts";
import { World } from "./world.ts";
import type { Target } from "./world.ts";

/** Quick cases under way at a time. */
const LANES = 6;
/** A case that has not ended by then has failed, ms. */
const CASE_LIMIT_MS = 25_000;

export type Observed = { readonly value: unknown };

async function runCase(target: Target, each: Case): Promise<Observed> {
  // The host is part of the name: two that run in one process share what the fixtures remember of their failures.
  const world = new World(target, `${each.id}-${target.name}`.replace(/[^A-Za-z0-9-]/g, "-"));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Observed>((resolve) => {
    timer = setTimeout(() => resolve({ value: "nothing happened" }), CASE_LIMIT_MS);
  });
  const done = each.run(world).then(
    (value) => ({ value: JSON.parse(JSON.stringify(value ?? null)) as unknown }),
    (error: unknown) => ({ value: `the case failed: ${String(error)}` }),
  );
  const observed = await Promise.race([done, late]);
  clearTimeout(timer);
  world.end();
  return observed;
}

/** Starts the slow cases at once and the others in a few lanes; gives a promise for each by id. */
export function runCases(target: Target, cases: readonly Case[]): ReadonlyMap<string, Promise<Observed>> {
  const results = new Map<string, Promise<Observed>>();
  const waiting: (() => void)[] = [];
  for (const each of cases) {
    if (each.isSlow === true) results.set(each.id, runCase(target, each));
    else
      results.set(
        each.id,
        new Promise<void>((go) => waiting.push(go)).then(() => runCase(target, each)),
      );
  }
  const quick = cases.filter((each) => each.isSlow !== true);
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < quick.length) {
      const at = next++;
      waiting[at]?.();
      await results.get((quick[at] as Case).id);
    }
  };
  for (let i = 0; i < LANES; i++) void lane();
  return results;
}
