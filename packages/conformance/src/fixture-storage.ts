// Storage commands of the fixture rooms, and how their results look as JSON.
import type { RoomContext } from "@inkroom/rooms";

type Storage = RoomContext["storage"];
type AnyStorage = Record<string, (...args: unknown[]) => unknown>;

/** What `run` gave, or "threw". */
export async function outcomeOf(run: () => unknown): Promise<unknown> {
  try {
    return plain(await run());
  } catch {
    return "threw";
  }
}

function plain(value: unknown): unknown {
  if (value === undefined) return "undefined";
  if (value instanceof Map) return { map: [...value] };
  return value;
}

/** A step is `[method, ...arguments]`; arguments that JSON cannot carry, or that would be long, are `Special`. */
export async function runStorage(storage: Storage, steps: readonly (readonly unknown[])[]): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const [method, ...args] of steps) {
    const call = (): unknown => (storage as unknown as AnyStorage)[method as string]?.(...args.map(expanded));
    results.push(await outcomeOf(call));
  }
  return results;
}

/** As `runStorage`, on `storage.kv`; gives the entries of a list. */
export function runKv({ kv }: Storage, steps: readonly (readonly unknown[])[]): Promise<unknown[]> {
  const called =
    (method: "get" | "put" | "delete" | "list") =>
    (...args: unknown[]): unknown => {
      const result = (kv as unknown as AnyStorage)[method]?.(...args);
      return method === "list" ? new Map(result as Iterable<[string, unknown]>) : result;
    };
  const calls = { get: called("get"), put: called("put"), delete: called("delete"), list: called("list") };
  return runStorage(calls as unknown as Storage, steps);
}

type Special = {
  /** A character and how many of it. */
  readonly repeat?: readonly [string, number];
  /** So many entries for `put`. */
  readonly keys?: number;
  /** So many keys. */
  readonly names?: number;
  /** An object of these; an entry without a value has undefined. */
  readonly entries?: readonly (readonly [string, unknown?])[];
  /** undefined */
  readonly nothing?: boolean;
};

function expanded(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { repeat, keys, names, entries, nothing } = value as Special;
  if (nothing === true) return undefined;
  if (entries !== undefined) return Object.fromEntries(entries.map(([key, each]) => [key, each]));
  if (repeat !== undefined) return repeat[0].repeat(repeat[1]);
  if (keys !== undefined) return Object.fromEntries(numbered(keys).map((key, i) => [key, i]));
  if (names !== undefined) return numbered(names);
  return value;
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `key-${String(i).padStart(4, "0")}`);
}

class Custom {
  readonly field = 1;
  method(): number {
    return this.field;
  }
}

const CLONES: Readonly<Record<string, readonly [make: () => unknown, report: (back: never) => unknown]>> = {
  map: [() => new Map([["a", new Set([1, 2])]]), (back: Map<string, Set<number>>) => [...back].map(([key, set]) => [key, [...set]])],
  date: [() => new Date(86_400_000), (back: Date) => [back instanceof Date, back.getTime()]],
  bigint: [() => 2n ** 80n, (back: bigint) => String(back)],
  regexp: [() => /a.b/giu, (back: RegExp) => [back.source, back.flags]],
  buffer: [() => new Uint8Array([1, 2, 255]).buffer, (back: ArrayBuffer) => [back instanceof ArrayBuffer, [...new Uint8Array(back)]]],
  bytes: [() => new Uint8Array([1, 2, 255]).subarray(1), (back: Uint8Array) => [back instanceof Uint8Array, [...back]]],
  floats: [() => new Float64Array([0.5, -1]), (back: Float64Array) => [back instanceof Float64Array, [...back]]],
  error: [() => new RangeError("too far"), (back: Error) => [back instanceof RangeError, back.message]],
  numbers: [() => [Number.NaN, -0, Infinity], (back: number[]) => back.map((n) => (Object.is(n, -0) ? "-0" : String(n)))],
  cycle: [
    () => {
      const ring: { self?: unknown } = {};
      ring.self = ring;
      return ring;
    },
    (back: { self: unknown }) => back.self === back,
  ],
  nothing: [() => ({ kept: undefined, nil: null }), (back: object) => [Object.keys(back).sort(), (back as { nil: unknown }).nil]],
  class: [() => new Custom(), (back: Custom) => [back instanceof Custom, back.field, typeof back.method]],
  function: [() => () => 1, () => "kept"],
  surrogate: [() => "\ud800é🖋", (back: string) => [...back].map((c) => c.codePointAt(0))],
  falsy: [() => [0, "", false, null], (back: unknown[]) => back],
};

/** Stores a value of some kind, changes nothing, and tells what came back. */
export function cloneReport(storage: Storage, kind: string): Promise<unknown> {
  const [make, report] = CLONES[kind] as readonly [() => unknown, (back: unknown) => unknown];
  return outcomeOf(async () => {
    await storage.put("value", make());
    return report(await storage.get("value"));
  });
}
