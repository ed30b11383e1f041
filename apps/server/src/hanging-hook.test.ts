// A hook that never ends must not keep a process from ending, nor cost anything that was answered.
import { expect, test } from "vitest";
import { EXIT } from "./exit-codes.ts";
import { newDataDir, ServerProcess } from "./testing/server-process.ts";

const PROGRAM = new URL("testing/hanging-main.ts", import.meta.url);

/** Sends one message on a connection of its own; the answer, or the code with which the line was closed. */
function say(
  url: string,
  message: string,
): { readonly sent: Promise<void>; readonly answer: Promise<string>; readonly closed: Promise<number> } {
  const socket = new WebSocket(`${url.replace("http", "ws")}/parties/hang/room`);
  const sent = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  const closed = Promise.withResolvers<number>();
  socket.addEventListener("open", () => {
    socket.send(message);
    sent.resolve();
  });
  socket.addEventListener("message", ({ data }) => answer.resolve(String(data)));
  socket.addEventListener("close", ({ code }) => closed.resolve(code));
  return { sent: sent.promise, answer: answer.promise, closed: closed.promise };
}

test("SIGTERM ends a process in which a hook hangs, tells its people to come back, and keeps what was answered", async () => {
  const dataDir = newDataDir();
  const server = await ServerProcess.start({ INKROOM_DRAIN_MS: "3000" }, dataDir, { program: PROGRAM });
  const ann = say(server.url, "keep this");
  expect(await ann.answer).toBe("this");
  const bea = say(server.url, "hang");
  await bea.sent;
  server.signal("SIGTERM");
  expect(await server.ended).toEqual({ code: EXIT.ok, signal: null });
  expect(await Promise.all([ann.closed, bea.closed])).toEqual([1012, 1012]);
  const again = await ServerProcess.start({ INKROOM_DRAIN_MS: "3000" }, dataDir, { program: PROGRAM });
  expect(await say(again.url, "read").answer).toBe("this");
  await again.dispose();
});
