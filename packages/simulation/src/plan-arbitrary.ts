// Random plans, for fast-check: it repeats them by seed and cuts a failing one down.
import fc from "fast-check";
import { FAULT_POINTS } from "./crash-driver.ts";
import { type Command, EDIT_NAMES, type Plan } from "./plan.ts";

const c = fc.nat(4);
const pick = fc.nat(200);
const value = fc.nat(999);

const edit: fc.Arbitrary<Command> = fc.record({ do: fc.constant("edit"), c, what: fc.constantFrom(...EDIT_NAMES), pick, value });

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 16, arbitrary: edit },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("undo", "redo"), c }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("wait"), ms: fc.constantFrom(1, 15, 60, 400, 3_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cut"), c, drain: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("silence"), c, roomNoticesMs: fc.constantFrom(100, 1_500, 10_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("stop", "start"), c }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("repeat"), c, pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reload"), c, keepOutbox: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("fault"), at: fc.constantFrom(...FAULT_POINTS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("crash", "drain"), downMs: fc.constantFrom(0, 50, 700) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("presence"), c, value }) },
);

export const planArbitrary: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(),
  clients: fc.integer({ min: 2, max: 5 }),
  storage: fc.oneof({ weight: 7, arbitrary: fc.constant("memory") }, { weight: 1, arbitrary: fc.constant("sqlite") }),
  hibernate: fc.constantFrom("always", "idle"),
  hibernateAfterMs: fc.constantFrom(5, 40, 10_000),
  checkpointEvery: fc.constantFrom(2, 5, 50),
  tightRates: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  maxDelayMs: fc.constantFrom(0, 5, 40, 300),
  commands: fc.array(command, { minLength: 1, maxLength: 60, size: "max" }),
});
