import { expect, test } from "vitest";
import { ApiError, createBoardApi } from "./board-api.ts";

type Call = { url: string; init: RequestInit | undefined };

function fixture(answer: () => Response | Promise<Response>) {
  const calls: Call[] = [];
  const api = createBoardApi((url, init) => {
    calls.push({ url: String(url), init });
    return Promise.resolve().then(answer);
  });
  return { api, calls };
}

test("a new board comes with the secrets of its two links", async () => {
  const { api, calls } = fixture(() => Response.json({ id: "b1", links: { edit: "e", view: "v" } }, { status: 201 }));
  expect(await api.createBoard()).toEqual({ id: "b1", editSecret: "e", viewSecret: "v" });
  expect(calls).toMatchObject([{ url: "/api/boards", init: { method: "POST" } }]);
});

test("a secret travels in the header, never in the address or the body", async () => {
  const { api, calls } = fixture(() => Response.json({ ticket: "t", role: "edit", expiresInMs: 1 }));
  await api.mintTicket("b1", "secret");
  expect(calls[0]?.url).toBe("/api/boards/b1/tickets");
  expect(calls[0]?.init?.headers).toMatchObject({ authorization: "Bearer secret" });
  expect(String(calls[0]?.init?.body)).not.toContain("secret");
});

test.each([
  [404, "unknown-board", false],
  [401, "unauthorized", false],
  [403, "unauthorized", false],
  [429, "limited", true],
  [500, "failed", true],
  [507, "full", true],
])("status %i is the error %s", async (status, code, retryable) => {
  const { api } = fixture(() => new Response(null, { status }));
  await expect(api.mintTicket("b1", "s")).rejects.toMatchObject({ code, retryable });
});

test("a server that cannot be reached is worth another try", async () => {
  const { api } = fixture(() => Promise.reject(new TypeError("network")));
  await expect(api.createBoard()).rejects.toMatchObject({ code: "unreachable", retryable: true });
});

test.each([["[]"], ["{}"], ['{"ticket":"t","role":"king"}'], ["no json"]])("the answer %j is refused", async (body) => {
  const { api } = fixture(() => new Response(body));
  await expect(api.mintTicket("b1", "s")).rejects.toBeInstanceOf(ApiError);
});
