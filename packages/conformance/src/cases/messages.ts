// Order of hooks and messages, broadcast, forms of messages.
import type { Case } from "../case.ts";
import { forBoth } from "../case.ts";

const list = (journal: unknown): string[] => journal as string[];

export const order: readonly Case[] = [
  {
    id: "order.hooks",
    title: "constructor, onStart, tags, onConnect, messages come in this order",
    expected: ["constructor", "start begins", "start ends", "tags a", "connect a", "message one", "message two"],
    run: async (world) => {
      const client = world.dial("?_pk=a");
      await client.send("one");
      await client.send("two");
      await client.take(2);
      const journal = list(await client.ask("journal")).slice(0, 7);
      return journal.map((line) => line.replace(` ${world.room}`, ""));
    },
  },
  {
    id: "order.one-start",
    title: "many first visitors start a room once",
    expected: [1, 8],
    run: async (world) => {
      const clients = await Promise.all(Array.from({ length: 8 }, () => world.join()));
      const [starts] = (await world.storage(["get", "starts"])) as [number];
      return [starts, clients.length];
    },
  },
  {
    id: "order.start-before-request",
    title: "a request waits for onStart",
    expected: true,
    run: (world) => world.tell("wakeful", "has-start-ended"),
  },
  {
    id: "order.open-after-connect",
    title: "a socket opens when onConnect has ended",
    expected: true,
    onNode: { expected: false },
    run: async (world) => {
      const client = world.dial("?_pk=a&slow=3000");
      await client.opened;
      return list(await world.tell("wakeful", "journal")).includes("connected a");
    },
  },
  {
    id: "order.message-after-connect",
    title: "the first message waits for the end of onConnect",
    expected: ["connect a", "connected a", "message hi"],
    run: async (world) => {
      const client = world.dial("?_pk=a&slow=100");
      await client.send("hi");
      await client.next();
      return list(await client.ask("journal"))
        .filter((line) => line.endsWith(" a") || line.endsWith("hi"))
        .slice(1);
    },
  },
  {
    id: "order.others-meanwhile",
    title: "while one onConnect waits others are served, and see the newcomer",
    expected: [
      ["a", "b"],
      ["a", "b"],
    ],
    run: async (world) => {
      await world.join("?_pk=a");
      const slow = world.dial("?_pk=b&slow=400");
      const seen = await world.until(
        () => world.tell("wakeful", "ids"),
        (answer) => (answer as string[]).length === 2,
      );
      await slow.ask("name");
      return [seen, await world.tell("wakeful", "ids")];
    },
  },
  {
    id: "order.messages",
    title: "200 messages of a connection arrive, and are answered, in order",
    expected: true,
    run: async (world) => {
      const client = await world.join();
      const sent = Array.from({ length: 200 }, (_, i) => `m${i}`);
      for (const text of sent) await client.send(text);
      return (await client.take(200)).join() === sent.map((text) => `echo ${text}`).join();
    },
  },
  {
    id: "order.mixed",
    title: "text and binary messages keep their order",
    expected: ["echo a", "[object ArrayBuffer] 1", [7], "echo b", "[object ArrayBuffer] 2", [8, 9], "echo c"],
    run: async (world) => {
      const client = await world.join();
      for (const message of ["a", new Uint8Array([7]), "b", new Uint8Array([8, 9]), "c"]) await client.send(message);
      return client.take(7);
    },
  },
  {
    id: "order.slow-handler",
    title: "a handler that waits does not hold up the next message",
    expected: ["echo fast", '{"result":null}'],
    run: async (world) => {
      const client = await world.join();
      await client.tell("hold");
      await client.send("fast");
      const first = await client.next();
      await world.tell("wakeful", "release");
      return [first, await client.next()];
    },
  },
  {
    id: "order.no-lost-update",
    title: "reads and writes of storage around an await are not torn apart by other events",
    expected: [20],
    run: async (world) => {
      const client = await world.join();
      for (let i = 0; i < 20; i++) await client.tell("count");
      await client.take(20);
      return world.storage(["get", "count"]);
    },
  },
  {
    id: "order.start-retried",
    title: "an onStart that throws is tried again by the next event",
    expected: [500, 200, 1],
    run: async (world) => {
      const path = `/parties/wakeful/fail-start-${world.room}`;
      const first = (await world.get(path)).status;
      const second = (await world.get(path)).status;
      const { text } = await world.get(path, { method: "POST", body: '["journal"]' });
      return [first, second, list(JSON.parse(text)).filter((line) => line === "start ends").length];
    },
  },
  {
    id: "order.start-failed-socket",
    title: "a socket whose room cannot start is told and closed 1011; the next one gets in",
    expected: [true, 1011, "open"],
    run: async (world) => {
      const path = `/parties/wakeful/fail-start-${world.room}`;
      const client = world.dialPath(path);
      const frame = JSON.parse((await client.next()) as string) as object;
      const { code } = await client.closed;
      return [
        "error" in frame,
        code,
        await world
          .dialPath(path)
          .ask("name")
          .then(() => "open"),
      ];
    },
  },
];

export const messages: readonly Case[] = [
  ...forBoth((party) => ({
    id: "message.binary",
    title: "binary messages arrive as ArrayBuffer, text as string",
    expected: ["[object ArrayBuffer] 3", [1, 2, 3], "echo text"],
    run: async (world) => {
      const client = await world.join("", party);
      await client.send(new Uint8Array([1, 2, 3]));
      await client.send("text");
      return client.take(3);
    },
  })),
  {
    id: "message.empty",
    title: "empty messages are messages",
    expected: ["echo ", "[object ArrayBuffer] 0", []],
    run: async (world) => {
      const client = await world.join();
      await client.send("");
      await client.send(new Uint8Array());
      return client.take(3);
    },
  },
  {
    id: "message.unicode",
    title: "text is not changed",
    expected: "echo \u0000é🖋\ufeff",
    run: async (world) => {
      const client = await world.join();
      await client.send("\u0000é🖋\ufeff");
      return client.next();
    },
  },
  {
    id: "message.ping",
    title: "the text ping is a message like any other",
    expected: "echo ping",
    onNode: { expected: "pong" },
    run: async (world) => {
      const client = await world.join();
      await client.send("ping");
      return client.next();
    },
  },
  {
    id: "message.200k",
    title: "a message of 200,000 characters is delivered",
    expected: 200_005,
    run: async (world) => {
      const client = await world.join();
      await client.send("x".repeat(200_000));
      return (await client.next()).length;
    },
  },
  {
    id: "message.300k",
    title: "a message of 300,000 bytes is delivered",
    expected: 300_005,
    onNode: { expected: 1009 },
    run: async (world) => {
      const client = await world.join();
      await client.send("x".repeat(300_000));
      return Promise.race([client.next().then(({ length }) => length), client.closed.then(({ code }) => code)]);
    },
  },
  {
    id: "message.out-1m",
    title: "a room may send a megabyte in one message",
    expected: 1_000_000,
    run: async (world) => {
      const client = await world.join();
      await client.tell("send-size", 1_000_000);
      return (await client.next()).length;
    },
  },
  {
    id: "message.buffer",
    title: "a room may send an ArrayBuffer",
    expected: [4, 5],
    run: async (world) => {
      const client = await world.join();
      await client.tell("send-buffer");
      return client.next();
    },
  },
];

export const broadcasts: readonly Case[] = [
  ...forBoth((party) => ({
    id: "broadcast.all",
    title: "broadcast reaches every connection, the sender too",
    expected: ["hear", "hear", "hear"],
    run: async (world) => {
      const clients = [await world.join("", party), await world.join("", party), await world.join("", party)];
      await clients[0]?.tell("shout", "hear");
      return Promise.all(clients.map((client) => client.next()));
    },
  })),
  ...forBoth((party) => ({
    id: "broadcast.without",
    title: "broadcast leaves out the ids it is told to, and minds no unknown ones",
    expected: ["two", "one", "two"],
    run: async (world) => {
      const [a, b] = [await world.join("?_pk=a", party), await world.join("?_pk=b", party)];
      await world.tell(party, "shout", "one", ["a", "nobody"]);
      await world.tell(party, "shout", "two");
      return [await a.next(), ...(await b.take(2))];
    },
  })),
  {
    id: "broadcast.bytes",
    title: "a view of a buffer is sent as what it shows",
    expected: [
      [1, 2, 3],
      [1, 2, 3],
    ],
    run: async (world) => {
      const clients = [await world.join(), await world.join()];
      await world.tell("wakeful", "shout-bytes");
      return Promise.all(clients.map((client) => client.next()));
    },
  },
  {
    id: "broadcast.on-connect",
    title: "a newcomer is in getConnections and hears its own broadcast of onConnect, in order",
    expected: ["hello 1", "joined a"],
    run: (world) => world.dial("?_pk=a&greet&shout").take(2),
  },
  {
    id: "broadcast.on-connect-others",
    title: "others hear of a newcomer, and it does not if it is left out",
    expected: ["joined b", "hello 2"],
    run: async (world) => {
      const a = await world.join("?_pk=a");
      const b = world.dial("?_pk=b&greet&shout&aside");
      return [await a.next(), await b.next()];
    },
  },
  {
    id: "broadcast.nobody",
    title: "broadcast to an empty room does nothing",
    expected: null,
    run: (world) => world.tell("wakeful", "shout", "anyone?"),
  },
  {
    id: "broadcast.closing",
    title: "a connection that the room has closed is in no list any more",
    expected: ["1 open", 4001],
    run: async (world) => {
      const watcher = await world.join("?_pk=w");
      const leaver = await world.join("?_pk=l");
      await leaver.tell("close-then-count");
      return [await watcher.next(), (await leaver.closed).code];
    },
  },
  ...forBoth((party) => ({
    id: "find",
    title: "getConnection finds by id, and nobody for an unknown one",
    expected: ["hi b", "nobody"],
    run: async (world) => {
      const [a, b] = [await world.join("?_pk=a", party), await world.join("?_pk=b", party)];
      await a.ask("send-to", "b", "hi b");
      return [await b.next(), await a.ask("find", "c")];
    },
  })),
];
