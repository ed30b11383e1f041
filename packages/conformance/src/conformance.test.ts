// The same cases against partyserver in workerd and against rooms on Node. What a case expects is what partyserver does;
// where rooms on Node differ on purpose, the case says how, and packages/rooms/DEVIATIONS.md says why.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALL_CASES } from "./all-cases.ts";
import type { Case } from "./case.ts";
import { listedDeviations } from "./deviations.ts";
import { runCases } from "./run-cases.ts";
import type { Observed } from "./run-cases.ts";
import { startNode } from "./start-node.ts";
import { startWorkerd } from "./start-workerd.ts";
import type { Workerd } from "./start-workerd.ts";
import type { Target } from "./world.ts";

/** workerd hibernates a room after 10 s without events. */
const WORKERD_IDLE_MS = 13_000;

type Host = { readonly target: Target; stop(): Promise<void> };

async function workerdHost(): Promise<Host | { readonly missing: string }> {
  let workerd: Workerd;
  try {
    workerd = await startWorkerd();
  } catch (error) {
    if (process.platform === "linux" && process.arch === "x64") throw error; // it runs there: no excuse
    return { missing: String(error) };
  }
  const { url, stop } = workerd;
  return { target: { name: "partyserver", url, corsUrl: `${url}/open`, idleMs: WORKERD_IDLE_MS }, stop };
}

function suite(start: () => Promise<Host>, expectedOf: (each: Case) => unknown): void {
  let host: Host;
  let results: ReadonlyMap<string, Promise<Observed>>;
  beforeAll(async () => {
    host = await start();
    results = runCases(host.target, ALL_CASES);
  });
  afterAll(() => host?.stop());
  test.for(ALL_CASES.map((each) => [each.id, each.title, each] as const))("%s: %s", async ([id, , each]) => {
    expect(((await results.get(id)) as Observed).value).toEqual(expectedOf(each));
  });
}

describe("the list of deviations", () => {
  test("names exactly the cases in which rooms on Node differ, each with a reason", () => {
    const differing = ALL_CASES.filter((each) => each.onNode !== undefined).map(({ id }) => id);
    expect([...listedDeviations().keys()].sort()).toEqual(differing.sort());
  });

  test("each case has an id of its own", () => {
    expect(new Set(ALL_CASES.map(({ id }) => id)).size).toBe(ALL_CASES.length);
  });
});

// All three start at once: most of their time is waiting for rooms to fall asleep.
const workerd = workerdHost();
const onNode = (each: Case): unknown => (each.onNode ?? each).expected;

const found = await workerd;
if ("missing" in found) {
  describe(`partyserver in workerd NOT COMPARED: ${found.missing}`, () => {
    test.skip("workerd does not start on this platform", () => {});
  });
  process.stderr.write(`\nThe conformance suite did not compare with partyserver: ${found.missing}\n`);
} else {
  describe("partyserver in workerd", () =>
    suite(
      () => Promise.resolve(found),
      (each) => each.expected,
    ));
}

describe("rooms on Node, hibernating when idle", () => suite(() => startNode("idle"), onNode));
describe("rooms on Node, hibernating after every event", () => suite(() => startNode("always"), onNode));
