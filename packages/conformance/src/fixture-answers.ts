// What fixture rooms answer to plain HTTP requests.
import { runCommand } from "./fixture-commands.ts";
import { fail } from "./fixture-faults.ts";
import type { Wakeful } from "./fixture-rooms.ts";

/** `?reply=<kind>` picks an answer; a POST without it runs the JSON command in its body. */
export function answerRequest(room: Wakeful, request: Request): Response | Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  room.journal.push(`request ${request.method}`);
  const reply = searchParams.get("reply");
  switch (reply) {
    case "throw":
      return fail(searchParams.get("how"));
    case "reject":
      return Promise.resolve().then(() => fail(searchParams.get("how")));
    case "empty":
      return new Response(null, { status: 204 });
    case "teapot":
      return new Response("short and stout", { status: 418, headers: { "x-spout": "yes", "content-type": "text/tea" } });
    case "cookies":
      return cookies();
    case "redirect":
      return new Response(null, { status: 302, headers: { location: "/elsewhere" } });
    case "bytes":
      return new Response(new Uint8Array([0, 255, 128, 10, 13]));
    case "stream":
      return new Response(new Blob(["one ", "two ", "three"]).stream());
    case "live":
      return new Response(liveBody(room));
    case "mirror":
      return request.arrayBuffer().then((body) => new Response(body));
    case "describe":
      return describe(room, request, { pathname, search });
    default:
      return commanded(room, request);
  }
}

/** A body that the command `live` feeds. */
function liveBody(room: Wakeful): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (feed) => void (room.live = feed),
    cancel: () => void room.journal.push("live cancelled"),
  });
}

function cookies(): Response {
  const headers = new Headers();
  headers.append("set-cookie", "a=1");
  headers.append("set-cookie", "b=2");
  return new Response("ok", { headers });
}

async function describe(room: Wakeful, request: Request, url: { pathname: string; search: string }): Promise<Response> {
  const headers = Object.fromEntries([...request.headers].filter(([name]) => name.startsWith("x-test") || name === "content-type"));
  return Response.json({ name: room.name, method: request.method, ...url, headers, body: await request.text() });
}

async function commanded(room: Wakeful, request: Request): Promise<Response> {
  const body = await request.text();
  if (body === "") return new Response(`${request.method} ${room.name}`);
  return Response.json((await runCommand(room, JSON.parse(body) as unknown[])) ?? null);
}
