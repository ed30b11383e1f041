// `ctx.storage`: values, ranges, limits, clones, transactions; alarms.
import type { Case } from "../case.ts";
import type { World } from "../world.ts";

/** Keys that each start of a room puts: between two requests there may be one. */
const OF_STARTS = ["starts", "__ps_name"];

/** A case of storage steps in a fresh room; `skip` results at the front are not compared. */
function steps(id: string, title: string, of: readonly (readonly unknown[])[], expected: unknown, rest: Partial<Case> = {}): Case {
  const withoutStarts = [["delete", OF_STARTS], ...of];
  const run = async (world: World): Promise<unknown> => ((await world.storage(...withoutStarts)) as unknown[]).slice(1);
  return { id: `storage.${id}`, title, expected, run, ...rest };
}

const clone = (kind: string, expected: unknown, rest: Partial<Case> = {}): Case => ({
  id: `clone.${kind}`,
  title: `a stored value comes back as structured clone makes it: ${kind}`,
  expected,
  run: (world) => world.tell("wakeful", "clone", kind),
  ...rest,
});

const map = (...entries: [string, unknown][]): unknown => ({ map: entries });
const U = "undefined";
const FILL = ["put", { b: 2, a: 1, c: 3, aa: 11 }];

export const storage: readonly Case[] = [
  steps(
    "put-get",
    "what is put is got, what is not is undefined",
    [
      ["put", "a", { x: [1] }],
      ["get", "a"],
      ["get", "b"],
    ],
    [U, { x: [1] }, U],
  ),
  steps(
    "overwrite",
    "a second put replaces the first",
    [
      ["put", "a", 1],
      ["put", "a", 2],
      ["get", "a"],
    ],
    [U, U, 2],
  ),
  steps(
    "delete",
    "delete tells whether the key was there",
    [
      ["put", "a", 1],
      ["delete", "a"],
      ["delete", "a"],
      ["get", "a"],
    ],
    [U, true, false, U],
  ),
  steps(
    "many",
    "many keys are put, got in key order without the absent, and deleted by number",
    [FILL, ["get", ["c", "zz", "a"]], ["delete", ["a", "zz", "b"]], ["list"]],
    [U, map(["a", 1], ["c", 3]), 2, map(["aa", 11], ["c", 3])],
  ),
  steps("list", "list gives all in key order", [FILL, ["list"]], [U, map(["a", 1], ["aa", 11], ["b", 2], ["c", 3])]),
  steps(
    "list-prefix",
    "list takes a prefix",
    [FILL, ["list", { prefix: "a" }], ["list", { prefix: "" }]],
    [U, map(["a", 1], ["aa", 11]), map(["a", 1], ["aa", 11], ["b", 2], ["c", 3])],
  ),
  steps("list-range", "start is included, end is not", [FILL, ["list", { start: "aa", end: "c" }]], [U, map(["aa", 11], ["b", 2])]),
  steps(
    "list-after",
    "startAfter is not included, and not allowed with start",
    [FILL, ["list", { startAfter: "aa" }], ["list", { start: "a", startAfter: "a" }]],
    [U, map(["b", 2], ["c", 3]), "threw"],
  ),
  steps(
    "list-limit",
    "limit counts from the end in reverse",
    [FILL, ["list", { limit: 2 }], ["list", { limit: 2, reverse: true }]],
    [U, map(["a", 1], ["aa", 11]), map(["c", 3], ["b", 2])],
  ),
  steps(
    "list-all-options",
    "the options of list work together",
    [FILL, ["list", { prefix: "a", start: "aa", limit: 5, reverse: true, end: "b" }]],
    [U, map(["aa", 11])],
  ),
  steps(
    "list-bad-limit",
    "a limit of 0 or less is refused",
    [
      ["list", { limit: 0 }],
      ["list", { limit: -1 }],
    ],
    ["threw", "threw"],
  ),
  steps(
    "list-utf8",
    "keys are ordered by their UTF-8 bytes",
    [["put", { "\uff5e": 1, "🖋": 2, z: 3, é: 4 }], ["list"]],
    [U, map(["z", 3], ["é", 4], ["\uff5e", 1], ["🖋", 2])],
  ),
  steps("delete-all", "deleteAll leaves nothing", [FILL, ["deleteAll"], ["list"]], [U, U, map()]),
  steps(
    "key-2048",
    "the local workerd keeps keys of any length",
    [
      ["put", { repeat: ["k", 2048] }, 1],
      ["put", { repeat: ["k", 2049] }, 1],
      ["put", { repeat: ["é", 1025] }, 1],
    ],
    [U, U, U],
    {
      onNode: { expected: [U, "threw", "threw"] },
    },
  ),
  steps(
    "key-empty",
    "an empty key is a key",
    [
      ["put", "", 1],
      ["get", ""],
    ],
    [U, 1],
    { onNode: { expected: ["threw", "threw"] } },
  ),
  steps(
    "key-number",
    "a key that is no string becomes one",
    [
      ["put", 5, "five"],
      ["get", 5],
    ],
    [U, "five"],
    { onNode: { expected: ["threw", "threw"] } },
  ),
  steps(
    "value-100k",
    "a value of 100,000 characters is kept",
    [
      ["put", "a", { repeat: ["x", 100_000] }],
      ["get", "a"],
    ],
    [U, "x".repeat(100_000)],
  ),
  steps(
    "value-1m",
    "a value of 1,000,000 characters is kept",
    [
      ["put", "a", { repeat: ["x", 1_000_000] }],
      ["delete", "a"],
    ],
    [U, true],
    {
      onNode: { expected: ["threw", false] },
    },
  ),

  steps(
    "keys-128",
    "128 keys at once are allowed",
    [
      ["put", { keys: 128 }],
      ["delete", { names: 128 }],
    ],
    [U, 128],
  ),
  steps(
    "keys-129",
    "the local workerd takes any number of keys at once",
    [
      ["put", { keys: 129 }],
      ["delete", { names: 129 }],
    ],
    [U, 129],
    {
      onNode: { expected: ["threw", "threw"] },
    },
  ),
  steps(
    "put-undefined",
    "undefined cannot be stored",
    [["put", "a", { nothing: true }], ["put", "a"], ["list"]],
    ["threw", "threw", map()],
  ),
  steps(
    "put-undefined-among",
    "among many, what is undefined is passed over and leaves what was there",
    [["put", "a", 1], ["put", { entries: [["a"], ["b"], ["c", 3]] }], ["list"]],
    [U, U, map(["a", 1], ["c", 3])],
  ),
  steps("sync", "sync resolves", [["put", "a", 1], ["sync"]], [U, U]),
  {
    id: "storage.own-keys",
    title: "the runtime keeps the room's name among the room's keys",
    expected: [map(["__ps_name", "the room's name"], ["starts", 1])],
    onNode: { expected: [map(["starts", 1])] },
    run: async (world) => JSON.parse(JSON.stringify(await world.storage(["list"])).replace(world.room, "the room's name")) as unknown,
  },
  {
    id: "storage.durable-before-send",
    title: "what a room says it has stored is there for a request made at once",
    expected: [1, [1]],
    run: async (world) => {
      const client = await world.join();
      return [await client.ask("count"), await world.storage(["get", "count"])];
    },
  },
  {
    id: "storage.after-throw",
    title: "what was written before a throw stays",
    expected: [1],
    run: async (world) => {
      const client = await world.join();
      await client.tell("count");
      await client.tell("throw");
      await client.ask("name");
      return world.storage(["get", "count"]);
    },
  },
];

/** A case of `storage.kv`, which gives the values of `storage` and takes them; with what `storage` lists afterwards. */
function kv(id: string, title: string, of: readonly (readonly unknown[])[], expected: unknown): Case {
  return {
    id: `kv.${id}`,
    title,
    expected,
    async run(world) {
      await world.storage(FILL);
      const given = (await world.tell("wakeful", "kv", [...OF_STARTS.map((key) => ["delete", key]), ...of])) as unknown[];
      const [, listed] = (await world.storage(["delete", OF_STARTS], ["list"])) as unknown[];
      return [given.slice(OF_STARTS.length), listed];
    },
  };
}

export const syncValues: readonly Case[] = [
  kv(
    "one",
    "gets, puts and deletes one value",
    [
      ["get", "a"],
      ["get", "z"],
      ["put", "a", { x: [1] }],
      ["get", "a"],
      ["delete", "b"],
      ["delete", "b"],
    ],
    [[1, U, U, { x: [1] }, true, false], map(["a", { x: [1] }], ["aa", 11], ["c", 3])],
  ),
  kv(
    "list",
    "lists with the options of list",
    [["list"], ["list", { prefix: "a", startAfter: "a" }], ["list", { limit: 2, reverse: true }], ["list", { limit: 0 }]],
    [
      [map(["a", 1], ["aa", 11], ["b", 2], ["c", 3]), map(["aa", 11]), map(["c", 3], ["b", 2]), "threw"],
      map(["a", 1], ["aa", 11], ["b", 2], ["c", 3]),
    ],
  ),
];

export const clones: readonly Case[] = [
  clone("map", [["a", [1, 2]]]),
  clone("date", [true, 86_400_000]),
  clone("bigint", "1208925819614629174706176"),
  clone("regexp", ["a.b", "giu"]),
  clone("buffer", [true, [1, 2, 255]]),
  clone("bytes", [true, [2, 255]]),
  clone("floats", [true, [0.5, -1]]),
  clone("error", [true, "too far"]),
  clone("numbers", ["NaN", "-0", "Infinity"]),
  clone("cycle", true),
  clone("nothing", [["kept", "nil"], null]),
  clone("class", [false, 1, U]),
  clone("function", "threw"),
  clone("surrogate", [0xd800, 0xe9, 0x1f58b]),
  clone("falsy", [0, "", false, null]),
];

type Rang = { readonly name: string; readonly at: number; readonly pending: number | null };

/** What the alarms of a room have left behind, once there are `count`. */
function rung(world: World, room: string, count: number): Promise<readonly Rang[]> {
  const ask = async (): Promise<readonly Rang[]> => {
    const { text } = await world.get(`/parties/wakeful/${room}`, { method: "POST", body: '["storage",[["get","alarms"]]]' });
    const [alarms] = JSON.parse(text) as [readonly Rang[] | string];
    return typeof alarms === "string" ? [] : alarms;
  };
  return world.until(ask, (alarms) => alarms.length >= count);
}

export const alarms: readonly Case[] = [
  {
    id: "alarm.rings",
    title: "an alarm rings, not before its time, knows its room, and is not set while it rings",
    expected: [true, true, [{ pending: null, isNamed: true, isEarly: false }], false],
    run: async (world) => {
      await world.tell("wakeful", "alarm-in", 3_600_000);
      const set = await world.tell("wakeful", "alarm-set");
      const before = (await world.storage(["get", "alarms"])) as unknown[];
      const due = (await world.tell("wakeful", "alarm-in", 500)) as number;
      const rang = await rung(world, world.room, 1);
      const seen = rang.map(({ name, pending, at }) => ({ pending, isNamed: name === world.room, isEarly: at < due }));
      return [set, before[0] === "undefined", seen, await world.tell("wakeful", "alarm-set")];
    },
  },
  {
    id: "alarm.past",
    title: "an alarm in the past, or as a Date, rings at once",
    expected: [1, 2],
    run: async (world) => {
      await world.tell("wakeful", "alarm-in", -5_000);
      const first = (await rung(world, world.room, 1)).length;
      await world.tell("wakeful", "alarm-date", 1);
      return [first, (await rung(world, world.room, 2)).length];
    },
  },
  {
    id: "alarm.one",
    title: "there is one alarm: a second setAlarm replaces the first",
    expected: [1],
    run: async (world) => {
      await world.tell("wakeful", "alarm-in", 3_600_000);
      await world.tell("wakeful", "alarm-in", 10);
      return [(await rung(world, world.room, 1)).length];
    },
  },
  {
    id: "alarm.off",
    title: "deleteAlarm takes it back",
    expected: [null, false],
    run: async (world) => {
      await world.tell("wakeful", "alarm-in", 60_000);
      return [await world.tell("wakeful", "alarm-off"), await world.tell("wakeful", "alarm-set")];
    },
  },
  {
    id: "alarm.again",
    title: "onAlarm may set the next one",
    expected: 3,
    run: async (world) => {
      await world.storage(["put", "again", 3]);
      await world.tell("wakeful", "alarm-in", 1);
      return (await rung(world, world.room, 3)).length;
    },
  },
  {
    id: "alarm.retried",
    title: "an alarm that throws is tried again",
    expected: [1, null],
    isSlow: true,
    run: async (world) => {
      const room = `fail-alarm-1-${world.room}`;
      await world.get(`/parties/wakeful/${room}`, { method: "POST", body: '["alarm-in",1]' });
      const rang = await rung(world, room, 1);
      return [rang.length, rang[0]?.pending];
    },
  },
  {
    id: "alarm.broadcast",
    title: "onAlarm reaches the connections",
    expected: "alarm 1",
    run: async (world) => {
      const client = await world.join();
      await client.ask("alarm-in", 10);
      return client.next();
    },
  },
  {
    id: "alarm.delete-all",
    title: "deleteAll takes back the alarm too",
    expected: false,
    onNode: { expected: true },
    run: async (world) => {
      await world.tell("wakeful", "alarm-in", 60_000);
      await world.storage(["deleteAll"]);
      return world.tell("wakeful", "alarm-set");
    },
  },
];
