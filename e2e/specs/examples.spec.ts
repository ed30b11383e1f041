// Every example as a developer meets it: started by its own command, opened by several people.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Browser, expect, type Page, test as base } from "@playwright/test";
import { type ServerProcess, startServer } from "../fixtures/server-process.ts";
import { CONNECTION_LOST, type PageWatch, watchPage } from "../fixtures/watch-page.ts";

type Visit = (query?: string) => Promise<Page>;
type Example = { readonly server: ServerProcess; readonly visit: Visit; readonly killAndRestart: () => Promise<void> };

const EXAMPLES = path.resolve(import.meta.dirname, "../../examples");

/** The arguments of `npm start` before the program: what `node` is told. */
function nodeArguments(name: string): string[] {
  // reason: npm's own format.
  const { scripts } = JSON.parse(readFileSync(path.join(EXAMPLES, name, "package.json"), "utf8")) as { scripts: { start: string } };
  const words = scripts.start.split(" ");
  expect([words[0], words.at(-1)]).toEqual(["node", "server.ts"]);
  return words.slice(1, -1);
}

function visitor(browser: Browser, server: ServerProcess, watches: PageWatch[], pages: Page[]): Visit {
  return async (query = "") => {
    const page = await browser.newPage();
    pages.push(page);
    watches.push(watchPage(page));
    await page.goto(`${server.url}/${query}`);
    return page;
  };
}

const test = base.extend<{ example: (name: string) => Promise<Example> }>({
  example: async ({ browser }, use) => {
    const [servers, watches, pages]: [ServerProcess[], PageWatch[], Page[]] = [[], [], []];
    await use(async (name) => {
      const program = path.posix.join("examples", name, "server.ts");
      const server = await startServer({ program, nodeArguments: nodeArguments(name), readyLine: /Open (http:\/\/[^\s,]+)/ });
      servers.push(server);
      const killAndRestart = async (): Promise<void> => {
        for (const watch of watches) watch.expectErrors(CONNECTION_LOST);
        await server.kill();
        await server.restart();
      };
      return { server, visit: visitor(browser, server, watches, pages), killAndRestart };
    });
    const problems = watches.flatMap((watch) => watch.problems());
    await Promise.all(pages.map((page) => page.close()));
    await Promise.all(servers.map((server) => server.dispose()));
    expect(problems).toEqual([]);
  },
});

test("chat: a private message reaches one person, is shown to no other, and is not in the history", async ({ example }) => {
  const { visit } = await example("chat");
  const [ann, bea, cai] = [await visit(), await visit(), await visit()];
  const idOf = async (page: Page) => (await page.getByRole("status").textContent())?.split(" ").at(-1) ?? "";
  await expect(ann.getByLabel("To").getByRole("option")).toHaveCount(3);
  const say = async (page: Page, text: string, to = "everybody") => {
    await page.getByLabel("To").selectOption({ label: to });
    await page.getByLabel("Message", { exact: true }).fill(text);
    await page.getByRole("button", { name: "Send" }).click();
  };
  await say(ann, "psst", await idOf(bea));
  await say(ann, "hello all");
  const messages = (page: Page) => page.getByRole("list", { name: "Messages" }).getByRole("listitem");
  const annId = await idOf(ann);
  await expect(messages(bea)).toHaveText([`${annId} to you only: psst`, `${annId}: hello all`]);
  await expect(messages(cai)).toHaveText([`${annId}: hello all`]);
  await expect(messages(ann)).toHaveText([/^you to .* only: psst$/, "you: hello all"]);
  await expect(messages(await visit())).toHaveText([`${annId}: hello all`]);
  await expect(messages(await visit("?room=other"))).toHaveCount(0);
});

test("presence: the list follows those who come, say their name and go", async ({ example }) => {
  const { visit } = await example("presence");
  const [ann, bea] = [await visit(), await visit()];
  const people = ann.getByRole("list", { name: "People" }).getByRole("listitem");
  await expect(people).toHaveText(["somebody (you)", "somebody"]);
  await bea.getByLabel("Your name").fill("Bea");
  await expect(people).toHaveText(["somebody (you)", "Bea"]);
  await bea.close();
  await expect(people).toHaveText(["somebody (you)"]);
});

test("dashboard: what programs post is seen at once and by those who come later", async ({ example, request }) => {
  const { server, visit } = await example("dashboard");
  const post = async (data: unknown) => (await request.post(`${server.url}/parties/dashboard/main`, { data })).status();
  const ann = await visit();
  for (const value of [1, 8, 3]) expect(await post({ name: "visitors", value })).toBe(204);
  const row = ["visitors", "3", "▁█▃"];
  await expect(ann.getByRole("row").nth(1).getByRole("cell")).toHaveText(row);
  await expect((await visit()).getByRole("row").nth(1).getByRole("cell")).toHaveText(row);
  expect(await post({ name: "<b>", value: 1 })).toBe(400);
  const fetched = await ann.evaluate(async (module) => {
    const { PartySocket } = await import(module);
    const address = { host: location.host, party: "dashboard", room: "main" };
    await PartySocket.fetch(address, { method: "POST", body: JSON.stringify({ name: "errors", value: 2 }) });
    return (await PartySocket.fetch({ ...address, path: "all" })).json();
  }, "/partysocket/index.js");
  expect(fetched).toEqual({ visitors: [1, 8, 3], errors: [2] });
  await expect(ann.getByRole("row").nth(2).getByRole("cell").first()).toHaveText("errors");
  expect(await (await request.get(`${server.url}/parties/dashboard/main`)).json()).toEqual(fetched);
});

test("game: alarms move the fish, the first to touch it has the point, and a killed server goes on", async ({ example }) => {
  const { visit, killAndRestart } = await example("game");
  const [ann, bea] = [await visit(), await visit()];
  const points = (page: Page) => page.getByRole("list", { name: "Points" }).getByRole("listitem");
  // On a slow machine the fish may have moved on before the click arrives.
  await expect(async () => {
    await ann.getByRole("button", { name: "fish" }).click();
    await expect(points(ann)).toHaveText([/^you: \d+$/], { timeout: 2_000 });
  }).toPass();
  await expect(points(bea)).toHaveText([/^[0-9a-f]{8}: \d+$/]);
  const round = async () => Number((await bea.getByRole("status").textContent())?.split(" ")[1]);
  const before = await round();
  await expect.poll(round).toBeGreaterThan(before + 1);
  await killAndRestart();
  const after = await round();
  await expect.poll(round).toBeGreaterThan(after);
});

test("yjs: two people write at once and both keep every word, and what was saved outlives a kill", async ({ example }) => {
  const { server, visit, killAndRestart } = await example("yjs");
  const text = (page: Page) => page.getByRole("textbox", { name: "The document" });
  const first = await visit();
  await text(first).fill("one two");
  const saved = () => existsSync(`${server.dataDir}/rooms`) && readdirSync(`${server.dataDir}/rooms`, { recursive: true }).length > 2;
  await expect.poll(saved).toBe(true);
  await first.close();
  await killAndRestart();
  const [ann, bea] = [await visit(), await visit()];
  for (const page of [ann, bea]) await expect(text(page)).toHaveValue("one two");
  await expect(bea.getByRole("status")).toHaveText("2 here");
  // Each edit is made of what its box holds at that moment: filling in a whole text would take back what came in between.
  const edit = (page: Page, before: string, after: string) =>
    text(page).evaluate(
      (box: HTMLTextAreaElement, around) => {
        box.value = around.before + box.value + around.after;
        box.dispatchEvent(new Event("input"));
      },
      { before, after },
    );
  await Promise.all([edit(ann, "zero ", ""), edit(bea, "", " three")]);
  for (const page of [ann, bea]) await expect(text(page)).toHaveValue("zero one two three");
  expect(server.output()).not.toContain("failed to persist");
});
