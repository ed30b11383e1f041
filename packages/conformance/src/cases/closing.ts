// How connections end, what throws in hooks do, and two connections with one id.
import type { Case } from "../case.ts";
import { forBoth } from "../case.ts";

const SETUP_FAILED = { code: 1011, reason: "Uncaught exception during session setup" };

type Left = { readonly code: number; readonly reason: string; readonly wasClean: boolean };

const told = (left: unknown): unknown[] => {
  const { code, reason, wasClean } = left as Left;
  return [code, reason, wasClean];
};

export const closing: readonly Case[] = [
  ...forBoth((party) => ({
    id: "close.client",
    title: "a client's close reaches onClose and is answered in kind",
    expected: [[4321, "bye", true], { code: 4321, reason: "bye" }],
    run: async (world) => {
      const watcher = await world.join("?_pk=w", party);
      const closed = await (await world.join("?_pk=l", party)).close(4321, "bye");
      return [told(await watcher.after("left ")), closed];
    },
  })),
  ...forBoth((party) => ({
    id: "close.gone",
    title: "in onClose the connection is in no list, and its state is still there",
    expected: { id: "l", state: { kept: 1 }, left: ["w"] },
    run: async (world) => {
      const watcher = await world.join("?_pk=w", party);
      const leaver = await world.join("?_pk=l&state=%7B%22kept%22%3A1%7D", party);
      await leaver.close(1000, "bye");
      const { id, state, left } = (await watcher.after("left ")) as Record<string, unknown>;
      return { id, state, left };
    },
  })),
  ...forBoth((party) => ({
    id: "close.found",
    title: "in onClose a hibernating room still finds the connection by its id, another does not",
    expected: party === "sleeper",
    ...(party === "sleeper" ? { onNode: { expected: false } } : {}),
    run: async (world) => {
      const watcher = await world.join("?_pk=w", party);
      await (await world.join("?_pk=l", party)).close(1000, "bye");
      return ((await watcher.after("left ")) as { readonly found: boolean }).found;
    },
  })),
  ...forBoth((party) => ({
    id: "close.no-code",
    title: "a close without a code is 1005 for the room, and the client waits for an answer",
    expected: [[1005, "", true], "waiting"],
    onNode: { expected: [[1005, "", true], "answered"] },
    run: async (world) => {
      const watcher = await world.join("?_pk=w", party);
      const leaver = await world.join("?_pk=l", party);
      leaver.socket.close();
      const seen = told(await watcher.after("left "));
      const patience = watcher.ask("wait", 2_000).then(() => "waiting");
      return [seen, await Promise.race([leaver.closed.then(() => "answered"), patience])];
    },
  })),
  ...forBoth((party) => ({
    id: "close.broken",
    title: "a line that breaks is 1006 for the room, and not clean",
    expected: [1006, false],
    run: async (world) => {
      const watcher = await world.join("?_pk=w", party);
      (await world.join("?_pk=l", party)).socket.terminate();
      const [code, , wasClean] = told(await watcher.after("left "));
      return [code, wasClean];
    },
  })),
  ...forBoth((party) => ({
    id: "close.server",
    title: "a room's close reaches the client with code and reason, and onClose after the client's answer",
    expected: [{ code: 4001, reason: "enough" }, [4001, "enough", true]],
    run: async (world) => {
      const watcher = await world.join("?_pk=w", party);
      const leaver = await world.join("?_pk=l", party);
      await leaver.tell("close", 4001, "enough");
      return [await leaver.closed, told(await watcher.after("left "))];
    },
  })),
  {
    id: "close.other",
    title: "a room may close another connection",
    expected: { code: 4002, reason: "you too" },
    run: async (world) => {
      const [a, b] = [await world.join("?_pk=a"), await world.join("?_pk=b")];
      await a.tell("close-other", "b", 4002, "you too");
      return b.closed;
    },
  },
  {
    id: "close.normal",
    title: "a room may close 1000, 1001, 1011, 3000 and 4999",
    expected: [1000, 1001, 1011, 3000, 4999],
    run: (world) =>
      Promise.all(
        [1000, 1001, 1011, 3000, 4999].map(async (code) => {
          const client = await world.join();
          await client.tell("close", code, "");
          return (await client.closed).code;
        }),
      ),
  },
  {
    id: "close.bare",
    title: "a room may close without a code",
    expected: 1005,
    run: async (world) => {
      const client = await world.join();
      await client.tell("close");
      return (await client.closed).code;
    },
  },
  {
    id: "close.reserved",
    title: "codes that must not be sent are refused, and the connection stays",
    expected: ["threw", "threw", "threw", "threw", "threw"],
    onNode: { expected: [1005, 1005, 1005, 1005, 1005] },
    run: (world) =>
      Promise.all(
        [1005, 1006, 1015, 999, 5000].map(async (code) => {
          const client = await world.join();
          return Promise.race([client.ask("close", code, ""), client.closed.then((closed) => closed.code)]);
        }),
      ),
  },
  {
    id: "close.long-reason",
    title: "a reason of more than 123 bytes is refused",
    expected: "threw",
    onNode: { expected: 61 },
    run: async (world) => {
      const client = await world.join();
      return Promise.race([client.ask("close", 4000, "é".repeat(100)), client.closed.then(({ reason }) => reason.length)]);
    },
  },
  {
    id: "close.twice",
    title: "a second close by the room changes nothing",
    expected: { code: 4001, reason: "first" },
    run: async (world) => {
      const client = await world.join();
      await client.tell("close", 4001, "first");
      await client.tell("close", 4002, "second");
      return client.closed;
    },
  },
  {
    id: "close.in-connect",
    title: "a room may close a connection in onConnect",
    expected: { code: 4005, reason: "not today" },
    run: (world) => world.dial("?end=4005").closed,
  },
  {
    id: "close.after-send",
    title: "what was sent before a close arrives before it",
    expected: ["hello 1", { code: 4005, reason: "not today" }],
    run: async (world) => {
      const client = world.dial("?greet&end=4005");
      return [await client.next(), await client.closed];
    },
  },
  ...forBoth((party) => ({
    id: "close.writes",
    title: "onClose may write storage",
    expected: ["stored"],
    run: async (world) => {
      await (await world.join("?late", party)).close(1000, "");
      return world.until(
        () => world.tell(party, "storage", [["get", "late"]]) as Promise<string[]>,
        ([late]) => late === "stored",
      );
    },
  })),
];

const setupThrow = (id: string, title: string, query: string): Case[] =>
  forBoth((party) => ({
    id: `error.${id}`,
    title,
    expected: [true, SETUP_FAILED, "open"],
    run: async (world) => {
      const client = world.dial(query, party);
      const frame = JSON.parse((await client.next()) as string) as object;
      const closed = await client.closed;
      return ["error" in frame, closed, await world.join("", party).then(() => "open")];
    },
  }));

export const errors: readonly Case[] = [
  ...setupThrow("tags", "a throw in getConnectionTags ends that connection with an error frame and 1011", "?throw=tags"),
  ...setupThrow("connect", "a throw in onConnect ends that connection with an error frame and 1011", "?throw=connect"),
  ...setupThrow("connect-later", "a rejection of onConnect ends that connection with an error frame and 1011", "?throw=connect&slow=20"),
  ...forBoth((party) => ({
    id: "error.connect-listed",
    title: "a connection whose onConnect has thrown stays in getConnections",
    expected: ["x"],
    onNode: { expected: [] },
    run: async (world) => {
      await world.dial("?throw=connect&_pk=x", party).closed;
      return world.tell(party, "ids");
    },
  })),
  {
    id: "error.connect-string",
    title: "a throw in onConnect of something that is no Error refuses the upgrade",
    expected: 500,
    onNode: { expected: 1011 },
    run: (world) => {
      const client = world.dial("?throw=connect&how=string");
      return Promise.race([client.refused, client.closed.then(({ code }) => code)]);
    },
  },
  {
    id: "error.frame",
    title: "the error frame shows what was thrown",
    expected: true,
    onNode: { expected: false },
    run: async (world) => String(await world.dial("?throw=connect").next()).includes("telltale"),
  },
  ...forBoth((party) => ({
    id: "error.message",
    title: "a throw in onMessage leaves the connection open",
    expected: ["echo still", "echo here"],
    run: async (world) => {
      const client = await world.join("", party);
      await client.tell("throw");
      await client.send("still");
      await client.tell("throw", "string");
      await client.send("here");
      return client.take(2);
    },
  })),
  ...forBoth((party) => ({
    id: "error.close",
    title: "a throw in onClose does not keep the close from completing",
    expected: [{ code: 4001, reason: "" }, "echo still"],
    run: async (world) => {
      const watcher = await world.join("", party);
      const closed = await (await world.join("?throw=close", party)).close(4001);
      await watcher.next();
      await watcher.send("still");
      return [closed, await watcher.next()];
    },
  })),
  {
    id: "error.others",
    title: "a setup that fails does not touch other connections",
    expected: ["echo fine"],
    run: async (world) => {
      const client = await world.join();
      await world.dial("?throw=connect&_pk=x").closed;
      await client.send("fine");
      for (;;) {
        const message = await client.next();
        if (!String(message).startsWith("left ")) return [message];
      }
    },
  },
];

export const duplicates: readonly Case[] = [
  {
    id: "duplicate.both@sleeper",
    title: "two connections with one id both stay and both hear (sleeper room)",
    expected: [["a", "a"], "both", "both"],
    onNode: { expected: [["a"], { code: 4000, reason: "replaced" }, "both"] },
    run: async (world) => {
      const [older, newer] = [await world.join("?_pk=a", "sleeper"), await world.join("?_pk=a", "sleeper")];
      const listed = await world.tell("sleeper", "ids");
      await world.tell("sleeper", "shout", "both");
      return [
        listed,
        await Promise.race([older.closed, older.next().then(async (m) => (String(m).startsWith("left") ? older.closed : m))]),
        await lastHeard(newer),
      ];
    },
  },
  {
    id: "duplicate.both@wakeful",
    title: "the older of two connections with one id stays open and hears nothing (wakeful room)",
    expected: [["a"], "open", "both"],
    onNode: { expected: [["a"], "closed", "both"] },
    run: async (world) => {
      const [older, newer] = [await world.join("?_pk=a"), await world.join("?_pk=a")];
      const listed = await world.tell("wakeful", "ids");
      await world.tell("wakeful", "shout", "both");
      const heard = await lastHeard(newer);
      return [listed, older.socket.readyState === older.socket.OPEN ? "open" : "closed", heard];
    },
  },
  {
    id: "duplicate.find@sleeper",
    title: "getConnection throws when two connections have the id (sleeper room)",
    expected: "threw",
    onNode: { expected: "a" },
    run: async (world) => {
      await world.join("?_pk=a", "sleeper");
      await world.join("?_pk=a", "sleeper");
      const found = await world.tell("sleeper", "find", "a");
      return typeof found === "string" ? found : (found as { id: string }).id;
    },
  },
  {
    id: "duplicate.older-leaves@wakeful",
    title: "when the older of two leaves, the newer can no longer be found (wakeful room)",
    expected: [],
    onNode: { expected: ["a"] },
    run: async (world) => {
      const older = await world.join("?_pk=a");
      await world.join("?_pk=a");
      await older.close(1000);
      return world.tell("wakeful", "ids");
    },
  },
  {
    id: "duplicate.newer-finds",
    title: "after the older has left, a hibernating room finds the newer",
    expected: ["a"],
    run: async (world) => {
      const older = await world.join("?_pk=a", "sleeper");
      await world.join("?_pk=a", "sleeper");
      await older.close(1000);
      return world.until(
        () => world.tell("sleeper", "ids") as Promise<string[]>,
        (listed) => listed.length === 1,
      );
    },
  },
];

async function lastHeard(client: { next(): Promise<string | number[]> }): Promise<string | number[]> {
  for (;;) {
    const message = await client.next();
    if (!String(message).startsWith("left ")) return message;
  }
}
