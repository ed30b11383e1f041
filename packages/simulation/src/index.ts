// A seeded world of real clients and real rooms; its tests are in this package.
export type { Command, EditName, Plan } from "./plan.ts";
export { type Outcome, runPlan, type WorldOptions } from "./world.ts";
