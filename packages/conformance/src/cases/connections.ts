// Ids, tags and state of connections.
import type { Case } from "../case.ts";
import { forBoth } from "../case.ts";
import type { Client } from "../client.ts";

const SETUP_FAILED = { code: 1011, reason: "Uncaught exception during session setup" };

type Me = { readonly id: string; readonly state: unknown; readonly tags: string[]; readonly readyState: number };

const me = async (client: Client): Promise<Me> => (await client.ask("me")) as Me;
const tagsQuery = (tags: unknown, more = ""): string => `?_pk=me&tags=${encodeURIComponent(JSON.stringify(tags))}${more}`;

const badTags = (id: string, title: string, tags: unknown): Case => ({
  id: `tags.${id}`,
  title,
  expected: [true, SETUP_FAILED, []],
  run: async (world) => {
    const client = world.dial(tagsQuery(tags));
    const frame = JSON.parse((await client.next()) as string) as object;
    return ["error" in frame, await client.closed, await world.tell("wakeful", "ids")];
  },
});

export const ids: readonly Case[] = [
  ...forBoth((party) => ({
    id: "id.given",
    title: "the id is the client's _pk, and the first tag",
    expected: { id: "Ann-1", state: null, tags: ["Ann-1"], readyState: 1 },
    run: async (world) => me(await world.join("?_pk=Ann-1", party)),
  })),
  {
    id: "id.made",
    title: "without _pk each connection gets an id of its own",
    expected: [true, true],
    run: async (world) => {
      const [one, two] = [await me(await world.join()), await me(await world.join())];
      return [one.id.length > 8, one.id !== two.id];
    },
  },
  {
    id: "id.empty",
    title: "an empty _pk is as good as none",
    expected: true,
    run: async (world) => (await me(await world.join("?_pk="))).id.length > 8,
  },
  {
    id: "id.first",
    title: "of several _pk the first counts",
    expected: "one",
    run: async (world) => (await me(await world.join("?_pk=one&_pk=two"))).id,
  },
  {
    id: "id.decoded",
    title: "the id is decoded as a query value",
    expected: ["a b", "a b", "é/🖋"],
    run: async (world) => [
      (await me(await world.join("?_pk=a%20b", "sleeper"))).id,
      (await me(await world.join("?_pk=a+b"))).id,
      (await me(await world.join("?_pk=%C3%A9%2F%F0%9F%96%8B"))).id,
    ],
  },
  {
    id: "id.long",
    title: "an id of 200 characters is one, of 300 is too long for a tag",
    expected: ["open", 1011],
    onNode: { expected: [400, 400] },
    run: async (world) => {
      const fate = (length: number): Promise<unknown> => {
        const client = world.dial(`?_pk=${"i".repeat(length)}`);
        return Promise.race([client.refused, client.closed.then(({ code }) => code), client.ask("name").then(() => "open")]);
      };
      return [await fate(200), await fate(300)];
    },
  },
  {
    id: "id.control",
    title: "an id may contain control characters",
    expected: "open",
    onNode: { expected: 400 },
    run: async (world) => {
      const client = world.dial("?_pk=a%00b");
      return Promise.race([client.refused, client.ask("name").then(() => "open")]);
    },
  },
  ...forBoth((party) => ({
    id: "uri",
    title: "a connection knows the full URL of its upgrade",
    expected: ["/deep?_pk=a&b=c%20d", true],
    run: async (world) => {
      const client = world.dialPath(world.path(party, "/deep?_pk=a&b=c%20d"));
      const uri = (await client.ask("uri")) as string;
      return [uri.slice(uri.indexOf("/deep")), uri.endsWith(world.path(party, "/deep?_pk=a&b=c%20d"))];
    },
  })),
];

export const tags: readonly Case[] = [
  ...forBoth((party) => ({
    id: "tags.filter",
    title: "getConnections(tag) gives those with the tag, the id being one",
    expected: [["a", "b"], ["b"], [], ["a", "b", "c"]],
    run: async (world) => {
      await world.join("?_pk=a&tags=%5B%22red%22%5D", party);
      await world.join("?_pk=b&tags=%5B%22red%22%2C%22blue%22%5D", party);
      await world.join("?_pk=c", party);
      return [
        await world.tell(party, "ids", "red"),
        await world.tell(party, "ids", "b"),
        await world.tell(party, "ids", "green"),
        await world.tell(party, "ids"),
      ];
    },
  })),
  {
    id: "tags.order",
    title: "the id comes first, then the tags as given",
    expected: ["me", "z", "a"],
    run: async (world) => (await me(await world.join(tagsQuery(["z", "a"])))).tags,
  },
  {
    id: "tags.id-again",
    title: "the id among the tags is not repeated",
    expected: ["me", "a"],
    run: async (world) => (await me(await world.join(tagsQuery(["a", "me"])))).tags,
  },
  {
    id: "tags.later",
    title: "tags may come later",
    expected: ["me", "late"],
    run: async (world) => (await me(await world.join(tagsQuery(["late"], "&later")))).tags,
  },
  {
    id: "tags.ten",
    title: "nine tags and the id are allowed",
    expected: 10,
    run: async (world) => (await me(await world.join(tagsQuery(Array.from("abcdefghi"))))).tags.length,
  },
  {
    id: "tags.256",
    title: "a tag may have 256 characters",
    expected: 256,
    run: async (world) => (await me(await world.join(tagsQuery(["t".repeat(256)])))).tags[1]?.length,
  },
  badTags("eleven", "ten tags and the id are too many", Array.from("abcdefghij")),
  badTags("257", "a tag of 257 characters is too long", ["t".repeat(257)]),
  badTags("empty", "an empty tag is refused", [""]),
  badTags("number", "a tag that is no string is refused", [1]),
  badTags("no-list", "tags that are no list are refused", { length: 1 }),
];

export const state: readonly Case[] = [
  ...forBoth((party) => ({
    id: "state.kept",
    title: "state is null at first, set by value, returned, and there for the next message and for others",
    expected: [null, { a: [1] }, { a: [1] }, { id: "me", state: { a: [1] }, tags: ["me"], readyState: 1 }],
    run: async (world) => {
      const client = await world.join("?_pk=me", party);
      const before = (await me(client)).state;
      const returned = await client.ask("set-state", { a: [1] });
      return [before, returned, (await me(client)).state, await world.tell(party, "find", "me")];
    },
  })),
  ...forBoth((party) => ({
    id: "state.function",
    title: "setState takes a function of the state before",
    expected: [{ n: 1 }, { n: 2 }],
    run: async (world) => {
      const client = await world.join("", party);
      return [await client.ask("bump"), await client.ask("bump")];
    },
  })),
  ...forBoth((party) => ({
    id: "state.null",
    title: "state can be taken back",
    expected: null,
    run: async (world) => {
      const client = await world.join("", party);
      await client.ask("set-state", "something");
      await client.ask("set-state", null);
      return (await me(client)).state;
    },
  })),
  ...forBoth((party) => ({
    id: "state.rich",
    title: "state may be any structured-clone value",
    expected: [[["a", 1]], 5],
    run: async (world) => (await world.join("", party)).ask("rich-state"),
  })),
  ...forBoth((party) => ({
    id: "state.on-connect",
    title: "state that onConnect sets is there for the first message",
    expected: { from: "query" },
    run: async (world) => (await me(await world.join("?state=%7B%22from%22%3A%22query%22%7D", party))).state,
  })),
  ...forBoth((party) => ({
    id: "state.16000",
    title: "state of 16,000 characters is kept",
    expected: ["kept", 16_000],
    run: async (world) => {
      const client = await world.join("", party);
      return [await client.ask("big-state", 16_000), ((await me(client)).state as string).length];
    },
  })),
  {
    id: "state.limit@sleeper",
    title: "an attachment over 16,384 bytes is refused, yet seen as the state while the room is awake (sleeper room)",
    expected: ["threw", 16_384],
    onNode: { expected: ["threw", 6] },
    run: async (world) => {
      const client = await world.join("", "sleeper");
      await client.ask("set-state", "before");
      return [await client.ask("big-state", 16_384), ((await me(client)).state as string).length];
    },
  },
  {
    id: "state.limit@wakeful",
    title: "a room that does not hibernate has no limit",
    expected: "kept",
    onNode: { expected: "threw" },
    run: async (world) => (await world.join()).ask("big-state", 16_384),
  },
  {
    id: "state.clone@sleeper",
    title: "what cannot be cloned is no state (sleeper room)",
    expected: "threw",
    run: async (world) => (await world.join("", "sleeper")).ask("function-state"),
  },
  {
    id: "state.clone@wakeful",
    title: "a room that does not hibernate keeps anything",
    expected: "kept",
    onNode: { expected: "threw" },
    run: async (world) => (await world.join()).ask("function-state"),
  },
];

export const objects: readonly Case[] = [
  ...forBoth((party) => ({
    id: "connection.server",
    title: "a connection knows the name of its room",
    expected: true,
    run: async (world) => (await (await world.join("", party)).ask("server")) === world.room,
  })),
  ...forBoth((party) => ({
    id: "connection.attachment",
    title: "an attachment is the state by other names",
    expected: [{ n: 1 }, party === "sleeper" ? { n: 1 } : null],
    ...(party === "sleeper" ? {} : { onNode: { expected: [{ n: 1 }, { n: 1 }] } }),
    run: async (world) => (await world.join("", party)).ask("attachment"),
  })),
  ...forBoth((party) => ({
    id: "connection.redefine",
    title: "a framework may define a property of a connection anew",
    expected: { wrapped: { a: 1 } },
    run: async (world) => (await world.join(`?state=${encodeURIComponent('{"a":1}')}`, party)).ask("redefine"),
  })),
  {
    id: "connection.listeners",
    title: "listeners hear messages after the hook, once if they want, and the end",
    expected: ["message !a", "listener !a", "once !a", "message !b", "listener !b", "listener close 4002"],
    run: async (world) => {
      const watcher = await world.join("?_pk=watcher"); // keeps the room, and with it the journal, in memory
      const client = await world.join("?_pk=heard");
      await client.ask("listen");
      for (const text of ["!a", "!b"]) await client.send(text);
      await client.ask("name");
      await client.close(4002, "bye");
      const journal = (): Promise<unknown> => watcher.ask("journal");
      const all = (await world.until(journal, (entries) => (entries as string[]).some((each) => each.includes("close")))) as string[];
      return all.filter((each) => each.includes("!") || /^(?:listener|removed)/.test(each));
    },
  },
  {
    id: "connection.listeners-asleep",
    title: "listeners of a hibernating room hear nothing",
    expected: [],
    run: async (world) => {
      const client = await world.join("", "sleeper");
      await client.ask("listen");
      await client.send("!a");
      await client.ask("name");
      return ((await client.ask("journal")) as string[]).filter((each) => /^(?:listener|once)/.test(each));
    },
  },
];
