// Plain HTTP requests to rooms, and the application's hooks before them.
import type { Case } from "../case.ts";

export const requests: readonly Case[] = [
  {
    id: "request.methods",
    title: "every method reaches onRequest",
    expected: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
    run: (world) =>
      Promise.all(
        ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].map(
          async (method) => (await world.get(world.path(), { method })).text.split(" ")[0],
        ),
      ),
  },
  {
    id: "request.head",
    title: "HEAD is answered without a body",
    expected: [418, "", "yes"],
    run: async (world) => {
      const { status, text, headers } = await world.get(world.path("wakeful", "?reply=teapot"), { method: "HEAD" });
      return [status, text, headers.get("x-spout")];
    },
  },
  {
    id: "request.body",
    title: "method, headers and text of a request arrive",
    expected: ["PUT", { "content-type": "text/odd", "x-test-a": "1" }, "über ink"],
    run: async (world) => {
      const headers = { "content-type": "text/odd", "x-test-a": "1" };
      const { text } = await world.get(world.path("wakeful", "?reply=describe"), { method: "PUT", body: "über ink", headers });
      const said = JSON.parse(text) as Record<string, unknown>;
      return [said.method, said.headers, said.body];
    },
  },
  {
    id: "request.bytes",
    title: "bytes come and go unchanged",
    expected: [true, [0, 255, 128, 10, 13]],
    run: async (world) => {
      const sent = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
      const url = `${world.target.url}${world.path()}`;
      const back = new Uint8Array(await (await fetch(`${url}?reply=mirror`, { method: "POST", body: sent })).arrayBuffer());
      const fixed = new Uint8Array(await (await fetch(`${url}?reply=bytes`)).arrayBuffer());
      return [Buffer.compare(sent, back) === 0, [...fixed]];
    },
  },
  {
    id: "request.big-body",
    title: "a body of 2 MiB is accepted",
    expected: [200, 2_097_152],
    onNode: { expected: [413, 17] },
    run: async (world) => {
      const { status, text } = await world.get(world.path("wakeful", "?reply=mirror"), { method: "POST", body: "x".repeat(2_097_152) });
      return [status, text.length];
    },
  },
  {
    id: "request.status",
    title: "status, headers and body of the answer arrive",
    expected: [418, "short and stout", "yes", "text/tea"],
    run: async (world) => {
      const { status, text, headers } = await world.get(world.path("wakeful", "?reply=teapot"));
      return [status, text, headers.get("x-spout"), headers.get("content-type")];
    },
  },
  {
    id: "request.no-content",
    title: "an answer may have no body",
    expected: [204, ""],
    run: async (world) => {
      const { status, text } = await world.get(world.path("wakeful", "?reply=empty"));
      return [status, text];
    },
  },
  {
    id: "request.cookies",
    title: "an answer may set several cookies",
    expected: ["a=1", "b=2"],
    run: async (world) => (await world.get(world.path("wakeful", "?reply=cookies"))).headers.getSetCookie(),
  },
  {
    id: "request.redirect",
    title: "a redirection is left to the client",
    expected: [302, "/elsewhere"],
    run: async (world) => {
      const { status, headers } = await world.get(world.path("wakeful", "?reply=redirect"));
      return [status, headers.get("location")];
    },
  },
  {
    id: "request.stream",
    title: "an answer may be a stream",
    expected: "one two three",
    run: async (world) => (await world.get(world.path("wakeful", "?reply=stream"))).text,
  },
  {
    id: "request.default",
    title: "a class without onRequest answers 404",
    expected: [404, "Not implemented"],
    run: async (world) => {
      const { status, text } = await world.get(world.path("bare"));
      return [status, text];
    },
  },
  {
    id: "request.throw",
    title: "a throw in onRequest, now or later, is a 500, and the room goes on",
    expected: [500, 500, 200],
    run: async (world) => [
      (await world.get(world.path("wakeful", "?reply=throw"))).status,
      (await world.get(world.path("wakeful", "?reply=reject"))).status,
      (await world.get(world.path())).status,
    ],
  },
  {
    id: "request.throw-no-error",
    title: "a throw of something that is no Error is a 500, and the room goes on",
    expected: [500, 500, 200],
    run: async (world) => [
      (await world.get(world.path("wakeful", "?reply=throw&how=string"))).status,
      (await world.get(world.path("wakeful", "?reply=reject&how=string"))).status,
      (await world.get(world.path())).status,
    ],
  },
  {
    id: "request.stack",
    title: "the answer to a throw shows what was thrown",
    expected: true,
    onNode: { expected: false },
    run: async (world) => (await world.get(world.path("wakeful", "?reply=throw"))).text.includes("telltale"),
  },
  {
    id: "hook.request-response",
    title: "onBeforeRequest may answer in place of the room",
    expected: [403, true, "hook", "undefined"],
    run: async (world) => {
      const { status, text, headers } = await world.get(world.path("wakeful", "?hook=refuse"));
      const started = (await world.storage(["get", "hits"])) as unknown[];
      return [status, text === `not in ${world.room}`, headers.get("x-why"), started[0]];
    },
  },
  {
    id: "hook.request-request",
    title: "onBeforeRequest may replace the request",
    expected: { "x-test-hook": "was here", "x-test-own": "kept" },
    run: async (world) => {
      const { text } = await world.get(world.path("wakeful", "?reply=describe&hook=header"), { headers: { "x-test-own": "kept" } });
      return (JSON.parse(text) as { headers: unknown }).headers;
    },
  },
  {
    id: "hook.request-throw",
    title: "a throw in onBeforeRequest is a 500",
    expected: 500,
    run: async (world) => (await world.get(world.path("wakeful", "?hook=throw"))).status,
  },
  {
    id: "hook.connect-response",
    title: "onBeforeConnect may refuse a socket by a plain answer",
    expected: 403,
    run: (world) => world.upgradeStatus(world.path("wakeful", "?hook=refuse")),
  },
  {
    id: "hook.connect-request",
    title: "a header that onBeforeConnect adds reaches onConnect",
    expected: "was here",
    run: (world) => world.dial("?hook=header&header=x-test-hook").next(),
  },
  {
    id: "hook.connect-throw",
    title: "a throw in onBeforeConnect is a 500",
    expected: 500,
    run: (world) => world.upgradeStatus(world.path("wakeful", "?hook=throw")),
  },
  {
    id: "props.start",
    title: "the props of the router reach onStart",
    expected: { greeting: "Grüße" },
    run: (world) => world.tell("wakeful", "props"),
  },
  {
    id: "props.spoofed",
    title: "a client cannot send props of its own",
    expected: { greeting: "Grüße" },
    run: async (world) => {
      await world.get(world.path(), { headers: { "x-partykit-props": '{"greeting":"forged"}', "x-partykit-room": "other" } });
      return world.tell("wakeful", "props");
    },
  },
  {
    id: "headers.spoofed",
    title: "names that the runtime sets are taken from no client",
    expected: true,
    onNode: { expected: false },
    run: async (world) => {
      const client = world.dial("?header=x-partykit-room", "wakeful", { headers: { "x-partykit-room": "forged" } });
      return (await client.next()) === "forged";
    },
  },
];

const CORS_HEADERS = [
  "access-control-allow-origin",
  "access-control-allow-methods",
  "access-control-allow-headers",
  "access-control-max-age",
] as const;

const corsOf = ({ headers }: { readonly headers: Headers }): unknown => CORS_HEADERS.map((name) => headers.get(name));

const ANY = ["*", "GET, POST, HEAD, OPTIONS", "*", "86400"];

export const streams: readonly Case[] = [
  {
    id: "stream.live",
    title: "an answer that is a stream arrives as it is made",
    expected: ["one", "two", true],
    run: async (world) => {
      const response = await world.open(world.path("wakeful", "?reply=live"));
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      const next = async (text: string): Promise<string> => {
        await world.tell("wakeful", "live", text);
        return new TextDecoder().decode((await reader.read()).value);
      };
      const pieces = [await next("one"), await next("two")];
      await world.tell("wakeful", "live");
      return [...pieces, (await reader.read()).done];
    },
  },
  {
    id: "stream.cancel",
    title: "a client that goes away cancels the stream",
    expected: true,
    run: async (world) => {
      const watcher = await world.join(); // keeps the room, and with it the journal, in memory
      const gone = new AbortController();
      await world.open(world.path("wakeful", "?reply=live"), gone.signal);
      await world.tell("wakeful", "live", "one");
      gone.abort();
      const journal = (): Promise<unknown> => watcher.ask("journal");
      return ((await world.until(journal, (all) => (all as string[]).includes("live cancelled"))) as string[]).includes("live cancelled");
    },
  },
];

export const cors: readonly Case[] = [
  {
    id: "cors.preflight",
    title: "OPTIONS is answered before the room and the hooks",
    expected: [200, ANY],
    run: async (world) => {
      const answer = await world.getCors(`/wakeful/${world.room}?hook=refuse`, { method: "OPTIONS" });
      return [answer.status, corsOf(answer)];
    },
  },
  {
    id: "cors.answer",
    title: "answers of the room carry the headers",
    expected: [418, "yes", ANY],
    run: async (world) => {
      const answer = await world.getCors(`/wakeful/${world.room}?reply=teapot`);
      return [answer.status, answer.headers.get("x-spout"), corsOf(answer)];
    },
  },
  {
    id: "cors.hook",
    title: "answers of the hook carry the headers",
    expected: [403, ANY],
    run: async (world) => {
      const answer = await world.getCors(`/wakeful/${world.room}?hook=refuse`);
      return [answer.status, corsOf(answer)];
    },
  },
  {
    id: "cors.error",
    title: "a 500 of the room carries the headers",
    expected: [500, ANY],
    run: async (world) => {
      const answer = await world.getCors(`/wakeful/${world.room}?reply=throw`);
      return [answer.status, corsOf(answer)];
    },
  },
  {
    id: "cors.unknown-party",
    title: "an invalid request carries none",
    expected: [400, [null, null, null, null]],
    run: async (world) => {
      const answer = await world.getCors("/nobody/x");
      return [answer.status, corsOf(answer)];
    },
  },
  {
    id: "cors.off",
    title: "without the option there are none",
    expected: [null, null, null, null],
    run: async (world) => corsOf(await world.get(world.path())),
  },
];
