// The board and the example rooms on Durable Objects: apps/edge in `wrangler dev`, from the same sources as on Node.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { WebSocket } from "ws";
import type { Op } from "@inkroom/model";
import { fixture } from "@inkroom/shapes/testing";
import { fetchTicket, mintLink } from "../fixtures/boards.ts";
import { startEdge } from "../fixtures/edge-server.ts";
import { type ServerProcess, startServer } from "../fixtures/server-process.ts";
import { expect, test as base } from "../fixtures/test.ts";
import { CONNECTION_LOST, watchPage } from "../fixtures/watch-page.ts";
import { expectSameBoard, wave } from "../pages/board-page.ts";

const test = base.extend({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- reason: Playwright wants a destructured parameter
    async ({}, use) => {
      const server = await startEdge({ INKROOM_EXAMPLES: "on", INKROOM_BOARDS_PER_HOUR: "1000" });
      await use(server);
      await server.dispose();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

// One worker, and so one wrangler, for all of them. Wrangler takes its time for each file of a page.
test.describe.configure({ mode: "default", timeout: 120_000 });

test("two tabs draw on one board, see each other, and find it again after a reload", async ({ join, bot }) => {
  const [ann, bea] = [await join(), await join()];
  await ann.hasPeers(1);
  await ann.draw(wave({ x: 300, y: 250 }, { x: 700, y: 350 }));
  await bea.hasShapes(1);
  await bea.drawBetween("rect", { x: 300, y: 420 }, { x: 460, y: 500 });
  await ann.hasShapes(2);
  await ann.saved();
  await bea.saved();
  await expectSameBoard(ann, bea);
  const member = await bot();
  member.send({ t: "me", name: "Rosalind" });
  await ann.hasPeers(2);
  await ann.people.click();
  await expect(ann.page.getByText("Rosalind")).toBeVisible();
  await ann.press("Escape");
  const watcher = await bot();
  member.send({ t: "cursor", at: [421, 311] });
  const { list } = await watcher.waitFor("cursors", (message) => message.list.some(([, x]) => x === 421));
  expect(list.map(([, ...at]) => at)).toContainEqual([421, 311]);
  const before = await bea.records();
  await bea.reload();
  await bea.hasShapes(2);
  expect(await bea.records()).toEqual(before);
});

test("a view link shows the board and can change nothing", async ({ join, board, bot }) => {
  const ann = await join();
  await ann.drawBetween("rect", { x: 300, y: 200 }, { x: 400, y: 300 });
  await ann.saved();
  const guest = await join(board.viewUrl);
  await guest.hasShapes(1);
  await expect(guest.page.locator('[data-tool="draw"]')).toHaveCount(0);
  const intruder = await bot(board.viewSecret);
  const [id = ""] = intruder.entries().keys();
  expect(await intruder.push([{ op: "del", ids: [id] }])).toMatchObject({ t: "nack", code: "forbidden" });
  expect((await bot()).entries().has(id)).toBe(true);
});

test("a link to add lets one change what one has made, and nothing else, over kill -9 too", async ({ board, bot, server }) => {
  const secret = await mintLink(server.url, board, "add");
  const add = (id: string): Op => ({ op: "add", shape: fixture("rect", { id }) });
  const move = (id: string): Op => ({ op: "set", id, props: { x: 5, y: 5, rotation: 0 } });
  const [ann, kim] = [await bot(), await bot(secret)];
  expect(await ann.push([add("a")])).toMatchObject({ t: "ack" });
  for (const op of [add("k"), move("k")]) expect(await kim.push([op])).toMatchObject({ t: "ack" });
  expect(await kim.push([move("a")])).toMatchObject({ t: "nack", code: "forbidden" });
  expect(await ann.push([move("k")])).toMatchObject({ t: "ack" });
  await server.kill();
  await server.restart();
  const other = await bot(secret);
  for (const id of ["a", "k"]) expect(await other.push([{ op: "del", ids: [id] }])).toMatchObject({ t: "nack", code: "forbidden" });
  expect([...(await bot()).entries().keys()].sort()).toEqual(["a", "k"]);
});

test("who is removed is told so, and new links leave them outside and everybody else where they are", async ({
  join,
  board,
  bot,
  server,
}) => {
  const [ann, eve] = [await join(), await join()];
  const gone = eve.page.getByRole("heading", { name: "You were removed from this board" });
  const remove = async (how: string) => {
    await ann.hasPeers(1);
    await ann.people.click();
    await ann.page.getByRole("button", { name: /^Remove (?!and)\w/ }).click();
    await ann.page.getByRole("button", { name: how, exact: true }).click();
    await expect(gone).toBeVisible();
    await expect(ann.page.getByText(/was removed$/)).toBeVisible();
    await ann.hasPeers(0);
    // The first one may be for the toast.
    for (let presses = 0; presses < 2; presses += 1) await ann.press("Escape");
    await expect(ann.page.locator(".pop")).toHaveCount(0);
  };
  await remove("Remove");
  await eve.page.goto("about:blank");
  await eve.open(board.editUrl);
  await remove("Remove and make new links");
  await expect.poll(() => ann.page.evaluate(() => location.hash)).not.toBe(`#${board.editSecret}`);
  const renewed = (await ann.page.evaluate(() => location.hash)).slice(1);
  for (const secret of [board.editSecret, board.viewSecret]) await expect(fetchTicket(server.url, board.id, secret)).rejects.toThrow(/404/);
  await ann.draw(wave({ x: 300, y: 250 }, { x: 600, y: 300 }));
  await ann.saved();
  expect((await bot(renewed)).entries().size).toBe(1);
});

test("a removal is asked for by whoever may edit, and by nobody else", async ({ board, bot, server }) => {
  const [ann, kim] = [await bot(), await bot(await mintLink(server.url, board, "add"))];
  const removal = (secret: string, client: string) =>
    fetch(`${server.url}/api/boards/${board.id}/removals`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      body: JSON.stringify({ client }),
    });
  const { list } = await ann.waitFor("peers", (message) => message.list.some(([, state]) => state?.role === "add"));
  const client = list.flatMap(([, state]) => state?.client ?? [])[0] ?? "";
  expect((await removal(board.viewSecret, client)).status).toBe(403);
  expect(await kim.push([{ op: "add", shape: fixture("rect", { id: "k" }) }])).toMatchObject({ t: "ack" });
  expect((await removal(board.editSecret, client)).status).toBe(200);
  await ann.waitFor("peers", (message) => message.list.some(([, state]) => state === null));
});

test("what was acknowledged outlives kill -9, and the tab comes back by itself", async ({ join, bot, server }) => {
  const ann = await join();
  ann.watch.expectErrors(CONNECTION_LOST);
  for (const y of [200, 300, 400]) await ann.draw(wave({ x: 300, y }, { x: 500, y }));
  await ann.saved();
  const before = await ann.records();
  await server.kill();
  await expect(ann.root).not.toHaveAttribute("data-state", "live");
  await ann.draw(wave({ x: 300, y: 500 }, { x: 500, y: 500 }));
  await server.restart();
  await ann.live();
  await ann.saved();
  const after = await bot();
  expect([...after.entries().keys()]).toEqual(expect.arrayContaining(Object.keys(before)));
  expect(after.entries().size).toBe(4);
});

test("a picture is kept in its room, over kill -9 too, and given to who may look", async ({ board, server }) => {
  const png = Buffer.alloc(2 * 1024 * 1024 + 1, 1); // three rows of the object's storage
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 9, 0, 0, 0, 9]);
  const at = `${server.url}/api/boards/${board.id}/blobs/${createHash("sha256").update(png).digest("hex")}`;
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const put = (secret: string, body: Buffer) => fetch(at, { method: "PUT", headers: bearer(secret), body: new Uint8Array(body) });
  const get = () => fetch(at, { headers: bearer(board.viewSecret) });
  expect((await get()).status).toBe(204);
  expect([(await put(board.viewSecret, png)).status, (await put(board.editSecret, png.subarray(1))).status]).toEqual([403, 400]);
  expect((await put(board.editSecret, png)).status).toBe(200);
  await server.kill();
  await server.restart();
  const found = await get();
  expect([found.status, found.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(Buffer.from(await found.arrayBuffer()).equals(png)).toBe(true);
});

test("who may connect is decided before a room is woken", async ({ board, server }) => {
  const ticket = () => fetchTicket(server.url, board.id, board.editSecret);
  const at = (id: string, query: string) => `${server.url.replace("http", "ws")}/parties/board/${id}${query}`;
  const statusOf = (address: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(address, { headers });
      socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
      socket.on("error", () => {}); // the status says it
      socket.on("open", () => {
        socket.terminate();
        resolve(101);
      });
    });
  const origin = server.url;
  const used = await ticket();
  expect(await statusOf(at(board.id, `?ticket=${used}`), { origin })).toBe(101);
  expect(await statusOf(at(board.id, `?ticket=${used}`), { origin })).toBe(401);
  expect(await statusOf(at(board.id, ""), { origin })).toBe(401);
  expect(await statusOf(at(board.id, ""))).toBe(403);
  expect(await statusOf(at(board.id, `?ticket=${await ticket()}`), { origin: "https://elsewhere.example" })).toBe(403);
  expect(await statusOf(at("A".repeat(22), `?ticket=${await ticket()}`), { origin })).toBe(401);
  expect(await statusOf(at("short", `?ticket=${await ticket()}`), { origin })).toBe(404);
  expect(await statusOf(at(board.id, `?_pk=${"x".repeat(129)}&ticket=${await ticket()}`), { origin })).toBe(400);
  const forged = { origin, "x-inkroom-grant": JSON.stringify({ role: "edit", link: "forged" }) };
  expect(await statusOf(at(board.id, ""), forged)).toBe(401);
  for (const party of ["access", "attempts"]) expect((await fetch(`${server.url}/parties/${party}/${board.id}`)).status).toBe(400);
});

test("the API answers as on Node, and every page has its security headers", async ({ board, server }) => {
  const post = async (route: string, body: string, headers: Record<string, string> = {}) => {
    const init = { method: "POST", body, headers: { "content-type": "application/json", ...headers } };
    const answer = await fetch(server.url + route, init);
    return [answer.status, ((await answer.json()) as { error?: string }).error];
  };
  const own = { authorization: `Bearer ${board.editSecret}` };
  expect(await post(`/api/boards/${board.id}/links`, '{"role":"view"}', own)).toEqual([201, undefined]);
  expect(await post(`/api/boards/${board.id}/links`, '{"role":"view"}', { authorization: `Bearer ${board.viewSecret}` })).toEqual([
    403,
    "forbidden",
  ]);
  expect(await post(`/api/boards/${"A".repeat(22)}/tickets`, "{}", own)).toEqual([404, "not_found"]);
  expect(await post(`/api/boards/${board.id}/tickets`, "{}", { authorization: `Bearer ${"x".repeat(43)}` })).toEqual([404, "not_found"]);
  expect(await post("/api/boards", '{"a":1}')).toEqual([400, "bad_request"]);
  expect(await post("/api/boards", "{")).toEqual([400, "bad_request"]);
  expect(await post("/api/boards", JSON.stringify({ a: "x".repeat(5_000) }))).toEqual([413, "too_large"]);
  expect(await post("/api/boards", "{}", { "content-type": "text/plain" })).toEqual([415, "unsupported_media_type"]);
  expect(await post("/api/boards", "{}", { "sec-fetch-site": "cross-site" })).toEqual([403, "cross_site"]);
  expect((await fetch(`${server.url}/api/boards`)).status).toBe(405);
  const page = await fetch(`${server.url}/b/${board.id}`);
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
  expect(page.headers.get("content-security-policy")).toContain(`connect-src 'self' ${server.url.replace("http", "ws")};`);
  const [script = ""] = /\/assets\/[^"]+\.js/.exec(await page.text()) ?? [];
  expect((await fetch(server.url + script)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  for (const [route, status] of [
    ["/healthz", 200],
    ["/readyz", 200],
    ["/nowhere", 404],
    ["/%zz", 400],
  ] as const)
    expect((await fetch(server.url + route)).status, route).toBe(status);
});

/** The page of an example as its own program serves it, under the address of the edge: its sockets go there. */
const onEdge = test.extend<{ visit: (name: string, query?: string) => Promise<Page> }>({
  visit: async ({ browser, server }, use) => {
    const programs = new Map<string, ServerProcess>();
    const [pages, watches] = [[] as Page[], [] as ReturnType<typeof watchPage>[]];
    await use(async (name, query = "") => {
      const nodeArguments = name === "yjs" ? ["--import", "@inkroom/node-host/partyserver"] : [];
      const options = { program: `examples/${name}/server.ts`, nodeArguments, readyLine: /Open (http:\/\/[^\s,]+)/ };
      const program = programs.get(name) ?? (await startServer(options));
      programs.set(name, program);
      // A page whose files a test brings counts as one from the internet: it has to be allowed to reach this machine.
      const page = await browser.newPage({ permissions: ["local-network-access"] });
      pages.push(page);
      watches.push(watchPage(page));
      await page.route(`${server.url}/**`, async (route) => {
        const response = await route.fetch({ url: route.request().url().replace(server.url, program.url) });
        await route.fulfill({ response });
      });
      await page.goto(`${server.url}/${query}`);
      return page;
    });
    for (const page of pages) await page.close();
    // Nothing of it was on Node: its program has seen no room.
    for (const program of programs.values()) expect(existsSync(path.join(program.dataDir, "rooms"))).toBe(false);
    for (const program of programs.values()) await program.dispose();
    expect(watches.flatMap((watch) => watch.problems())).toEqual([]);
  },
});

onEdge("chat: a private message by connection id reaches one person only", async ({ visit }) => {
  const [ann, bea, cai] = [await visit("chat"), await visit("chat"), await visit("chat")];
  await expect(ann.getByLabel("To").getByRole("option")).toHaveCount(3);
  const idOf = async (page: typeof ann) => (await page.getByRole("status").textContent())?.split(" ").at(-1) ?? "";
  const say = async (text: string, to: string) => {
    await ann.getByLabel("To").selectOption({ label: to });
    await ann.getByLabel("Message", { exact: true }).fill(text);
    await ann.getByRole("button", { name: "Send" }).click();
  };
  await say("psst", await idOf(bea));
  await say("hello all", "everybody");
  const messages = (page: typeof ann) => page.getByRole("list", { name: "Messages" }).getByRole("listitem");
  const annId = await idOf(ann);
  await expect(messages(bea)).toHaveText([`${annId} to you only: psst`, `${annId}: hello all`]);
  await expect(messages(cai)).toHaveText([`${annId}: hello all`]);
});

onEdge("yjs: the published server class merges what two people write", async ({ visit }) => {
  const text = (page: Awaited<ReturnType<typeof visit>>) => page.getByRole("textbox", { name: "The document" });
  const [ann, bea] = [await visit("yjs"), await visit("yjs")];
  await expect(bea.getByRole("status")).toHaveText("2 here");
  await text(ann).fill("one two");
  await expect(text(bea)).toHaveValue("one two");
  await text(bea).fill("zero one two");
  await expect(text(ann)).toHaveValue("zero one two");
});

test("presence, dashboard, note and game run too", async ({ server, request }) => {
  const sockets: WebSocket[] = [];
  const dial = async (party: string, id: string) => {
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/parties/${party}/main?_pk=${id}`);
    sockets.push(socket);
    const heard: unknown[] = [];
    socket.on("message", (data: Buffer) => heard.push(JSON.parse(data.toString())));
    await new Promise((resolve) => socket.once("open", resolve));
    return { heard, send: (text: string) => socket.send(text) };
  };
  const [ann, bea] = [await dial("presence", "ann"), await dial("presence", "bea")];
  const people = (list: unknown) => (list as { id: string; name: string }[]).map(({ id, name }) => `${id} ${name}`).sort();
  await expect.poll(() => people(ann.heard.at(-1) ?? [])).toEqual(["ann somebody", "bea somebody"]);
  bea.send("Bea");
  await expect.poll(() => people(ann.heard.at(-1) ?? [])).toEqual(["ann somebody", "bea Bea"]);
  const post = await request.post(`${server.url}/parties/dashboard/main`, { data: { name: "visitors", value: 3 } });
  expect(post.status()).toBe(204);
  const screen = await dial("dashboard", "screen");
  await expect.poll(() => screen.heard).toEqual([{ name: "visitors", values: [3] }]);
  const writer = await dial("note", "writer");
  await expect.poll(() => writer.heard[0]).toEqual({ text: "", you: "writer" });
  const reader = await dial("note", "reader");
  writer.send("milk");
  await expect.poll(() => reader.heard).toContainEqual({ text: "milk" });
  const late = await dial("note", "late");
  await expect.poll(() => late.heard[0]).toEqual({ text: "milk", you: "late" });
  const player = await dial("pond", "player");
  // Rounds are made by alarms.
  await expect.poll(() => (player.heard.at(-1) as { round?: number } | undefined)?.round).toBeGreaterThan(1);
  for (const socket of sockets) socket.terminate();
});
