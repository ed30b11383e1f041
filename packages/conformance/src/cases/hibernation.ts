// Rooms that leave memory while their sockets stay. Each case leaves its room alone for as long as the host needs.
import type { Case } from "../case.ts";

/** Lines of the journal since the constructor, without names. */
const since = (journal: unknown): string[] => (journal as string[]).map((line) => line.split(" ")[0] as string);

export const hibernation: readonly Case[] = [
  {
    id: "hibernate.fields",
    title: "fields are reset, and onStart comes before the message that wakes",
    expected: [true, ["constructor", "start", "start", "message"]],
    isSlow: true,
    run: async (world) => {
      const client = await world.join("", "sleeper");
      await client.ask("hits");
      await world.asleep();
      await client.tell("journal");
      const { result } = { result: await client.next().then((text) => (JSON.parse(text as string) as { result: unknown }).result) };
      return [client.socket.readyState === client.socket.OPEN, since(result)];
    },
  },
  {
    id: "hibernate.connection",
    title: "id, tags, state and uri of a connection outlive hibernation",
    expected: [{ id: "a", state: { kept: [1] }, tags: ["a", "red"], readyState: 1 }, true, ["a"]],
    isSlow: true,
    run: async (world) => {
      const client = await world.join("?_pk=a&tags=%5B%22red%22%5D", "sleeper");
      await client.ask("set-state", { kept: [1] });
      await world.asleep();
      const described = await client.ask("me");
      return [described, ((await client.ask("uri")) as string).endsWith("?_pk=a&tags=%5B%22red%22%5D"), await client.ask("ids", "red")];
    },
  },
  {
    id: "hibernate.request",
    title: "a request wakes a room, which reaches the sockets that slept",
    expected: [1, "wake up"],
    isSlow: true,
    run: async (world) => {
      const client = await world.join("", "sleeper");
      await client.ask("hits");
      await world.asleep();
      const hits = await world.tell("sleeper", "hits");
      await world.tell("sleeper", "shout", "wake up");
      return [hits, await client.next()];
    },
  },
  {
    id: "hibernate.close",
    title: "a close wakes a room: onStart first, then onClose with the state",
    expected: { code: 4100, state: "kept", left: ["w"] },
    isSlow: true,
    run: async (world) => {
      const watcher = await world.join("?_pk=w", "sleeper");
      const leaver = await world.join("?_pk=l&state=%22kept%22", "sleeper");
      await world.asleep();
      leaver.socket.close(4100);
      const { code, state, left } = (await watcher.after("left ")) as Record<string, unknown>;
      return { code, state, left };
    },
  },
  {
    id: "hibernate.alarm",
    title: "an alarm wakes a room, which reaches the sockets that slept",
    expected: ["alarm 1", ["constructor", "start", "start", "alarm"]],
    isSlow: true,
    run: async (world) => {
      const client = await world.join("", "sleeper");
      await client.ask("alarm-in", world.target.idleMs);
      const rang = await client.next();
      const [[alarm]] = (await world.tell("sleeper", "storage", [["get", "alarms"]])) as [[{ readonly journal: unknown }]];
      return [rang, since(alarm.journal)];
    },
  },
  {
    id: "hibernate.subclass",
    title: "a subclass with other options hibernates like the class above it",
    expected: 1,
    isSlow: true,
    run: async (world) => {
      const client = await world.join("", "quiet-child");
      await client.ask("hits");
      await world.asleep();
      return client.ask("hits");
    },
  },
  {
    id: "hibernate.not",
    title: "a room that does not hibernate keeps its fields while someone is connected",
    expected: 2,
    isSlow: true,
    run: async (world) => {
      const client = await world.join();
      await client.ask("hits");
      await world.asleep();
      return client.ask("hits");
    },
  },
  {
    id: "hibernate.broadcast",
    title: "a message that wakes may be broadcast to all, text and binary alike",
    expected: [["hear"], ["hear"]],
    isSlow: true,
    run: async (world) => {
      const [a, b] = [await world.join("?_pk=a", "sleeper"), await world.join("?_pk=b", "sleeper")];
      await world.asleep();
      await a.tell("shout", "hear");
      return [await a.take(1), await b.take(1)];
    },
  },
  {
    id: "hibernate.binary",
    title: "a binary message that wakes is an ArrayBuffer",
    expected: ["[object ArrayBuffer] 2", [1, 2]],
    isSlow: true,
    run: async (world) => {
      const client = await world.join("", "sleeper");
      await world.asleep();
      await client.send(new Uint8Array([1, 2]));
      return client.take(2);
    },
  },
];
