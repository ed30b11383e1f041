// The property the whole project rests on, over random plans of edits and faults. INKROOM_SIM_RUNS and INKROOM_SIM_SEED
// set the number of runs and the base seed; plans that failed once are kept in ../seeds and come first.
import fc from "fast-check";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FAULT_POINTS, type FaultPoint } from "./crash-driver.ts";
import type { Plan } from "./plan.ts";
import { planArbitrary } from "./plan-arbitrary.ts";
import { runPlan } from "./world.ts";

const SEEDS = new URL("../seeds/", import.meta.url);
const RUNS = Number(process.env["INKROOM_SIM_RUNS"] ?? 2_000);
const SEED = Number(process.env["INKROOM_SIM_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

const kept = readdirSync(SEEDS).filter((name) => name.endsWith(".json"));

test.each(kept)("the plan of %s holds", async (name) => {
  // reason: the files are written by hand from what this test has printed.
  const plan = JSON.parse(readFileSync(new URL(name, SEEDS), "utf8")) as Plan;
  expect((await runPlan(plan)).wrong).toEqual([]);
});

test(`every plan ends with one board for all (seed ${SEED}, ${RUNS} runs)`, { timeout: Math.max(1_200_000, RUNS * 1_000) }, async () => {
  const sums = { logged: 0, acked: 0, refused: 0, added: 0, forbidden: 0, undone: 0, patched: 0, crashes: 0, woken: 0 };
  const strikes = new Map<FaultPoint, number>();
  const property = fc.asyncProperty(planArbitrary, async (plan) => {
    const { wrong, counts, struck } = await runPlan(plan);
    for (const point of struck) strikes.set(point, (strikes.get(point) ?? 0) + 1);
    for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += counts[name];
    if (wrong.length > 0) throw new Error(wrong.join("\n"));
  });
  const details = await fc.check(property, { seed: SEED, numRuns: RUNS });
  if (details.failed) keep(details.counterexample?.[0]);
  if (details.failed)
    expect.fail(`${String(details.errorInstance)}\n${JSON.stringify(details.counterexample?.[0])}\n${fc.defaultReportMessage(details)}`);
  // A simulation in which nothing happens proves nothing.
  if (RUNS >= 100) for (const [name, sum] of Object.entries(sums)) expect(sum, name).toBeGreaterThan(RUNS / 4);
  if (RUNS >= 100) for (const point of FAULT_POINTS) expect(strikes.get(point), point).toBeGreaterThan(RUNS / 50);
});

/** The cut-down plan goes where the next run finds it first. Give the file a name that says what went wrong, and commit it. */
function keep(plan: Plan | undefined): void {
  if (plan !== undefined) writeFileSync(new URL(`failed-${SEED}.json`, SEEDS), `${JSON.stringify(plan)}\n`);
}
