// Random plans, for fast-check: it repeats them by seed and cuts a failing one down.
import fc from "fast-check";
import { FAULT_POINTS } from "./crash-driver.ts";
import { STRANGE_NAMES } from "./stranger.ts";
import { type Command, EDIT_NAMES, type EditName, type Plan } from "./plan.ts";

const c = fc.nat(4);
const pick = fc.nat(200);
const value = fc.nat(999);

const others: readonly fc.WeightedArbitrary<Command>[] = [
  { weight: 1, arbitrary: fc.record({ do: fc.constant("drag"), c, pick, value, moves: fc.integer({ min: 2, max: 5 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("undo", "redo"), c }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait"), ms: fc.constantFrom(1, 15, 60, 400, 3_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cut"), c, drain: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("silence"), c, roomNoticesMs: fc.constantFrom(100, 1_500, 10_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("stop", "start"), c }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("repeat"), c, pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reload"), c, keepOutbox: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("twin", "skew"), c }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("stranger"), what: fc.constantFrom(...STRANGE_NAMES) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("jump"), ms: fc.constantFrom(-3_600_000, -2_000, 90_000, 86_400_000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("fault"), at: fc.constantFrom(...FAULT_POINTS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("crash", "drain"), downMs: fc.constantFrom(0, 50, 700) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("presence"), c, value }) },
];

const surroundings = {
  seed: fc.nat(),
  clients: fc.integer({ min: 2, max: 5 }),
  adders: fc.integer({ min: 0, max: 3 }),
  storage: fc.oneof({ weight: 7, arbitrary: fc.constant("memory" as const) }, { weight: 1, arbitrary: fc.constant("sqlite" as const) }),
  hibernate: fc.constantFrom("always" as const, "idle" as const),
  hibernateAfterMs: fc.constantFrom(5, 40, 10_000),
  checkpointEvery: fc.constantFrom(2, 5, 50),
  tightRates: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  maxDelayMs: fc.constantFrom(0, 5, 40, 300),
} as const;

/** Plans with edits of these sorts; all sorts of everything else. */
export function plansOf(edits: readonly EditName[]): fc.Arbitrary<Plan> {
  const edit = fc.record({ do: fc.constant("edit" as const), c, what: fc.constantFrom(...edits), pick, value });
  const command = fc.oneof({ weight: 16, arbitrary: edit }, ...others);
  return fc.record({ ...surroundings, commands: fc.array(command, { minLength: 1, maxLength: 60, size: "max" }) });
}

export const planArbitrary = plansOf(EDIT_NAMES);
