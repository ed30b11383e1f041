// Rooms as a developer meets them: a native WebSocket in a page against the room server, and examples/minimal.
import type { Browser, Page } from "@playwright/test";
import { type ServerProcess, startServer } from "../fixtures/server-process.ts";
import { expect, test as base } from "../fixtures/test.ts";
import { watchPage } from "../fixtures/watch-page.ts";

type Talker = {
  readonly id: string;
  say(text: string): Promise<void>;
  whisper(to: Talker, text: string): Promise<void>;
  /** Everything heard since the arrival, in order. */
  heard(): Promise<readonly string[]>;
};

type Heard = { heard: string[]; socket: WebSocket };

const test = base.extend<{ talk: ServerProcess; arrive: (room: string) => Promise<Talker> }>({
  // oxlint-disable-next-line no-empty-pattern -- reason: Playwright wants a destructured parameter
  talk: async ({}, use) => {
    // After every event the room is dropped from memory: what it does must not depend on that.
    const options = { program: "e2e/fixtures/talk-server.ts", env: { HIBERNATE: "always" }, readyLine: /^ready (\S+)/ };
    const server = await startServer(options);
    await use(server);
    await server.dispose();
  },
  arrive: async ({ browser, talk }, use) => {
    const pages: Page[] = [];
    await use(async (room) => {
      const page = await browser.newPage();
      pages.push(page);
      return arriveIn(page, talk.url, room);
    });
    await Promise.all(pages.map((page) => page.close()));
  },
});

async function arriveIn(page: Page, url: string, room: string): Promise<Talker> {
  await page.goto(url);
  const id = await page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        const kept: Heard = { heard: [], socket };
        Object.assign(globalThis, { kept });
        socket.onmessage = ({ data }: MessageEvent<string>) => {
          if (data.startsWith("you ")) resolve(data.split(" ")[1] ?? "");
          else kept.heard.push(data);
        };
      }),
    `${url.replace(/^http/, "ws")}/parties/talk/${room}`,
  );
  const sendText = (text: string): Promise<void> =>
    page.evaluate((sent) => (globalThis as unknown as { kept: Heard }).kept.socket.send(sent), text);
  return {
    id,
    say: (text) => sendText(`say ${text}`),
    whisper: (to, text) => sendText(`whisper ${to.id} ${text}`),
    heard: () => page.evaluate(() => (globalThis as unknown as { kept: Heard }).kept.heard),
  };
}

test("a message to one connection id reaches that connection only", async ({ arrive }) => {
  const [ann, bea, cai] = [await arrive("red"), await arrive("red"), await arrive("red")];
  await ann.whisper(bea, "psst");
  await ann.say("hello");
  // A room keeps the order of what one person sends, so whoever has heard the second has missed the first.
  await expect.poll(cai.heard).toEqual([`${ann.id} says hello`]);
  await expect.poll(bea.heard).toEqual([`${ann.id} whispers psst`, `${ann.id} says hello`]);
  expect(await ann.heard()).toEqual([]);
});

test("what is said in one room is never heard in another", async ({ arrive }) => {
  const [ann, bea] = [await arrive("red"), await arrive("red")];
  const [cai, dee] = [await arrive("blue"), await arrive("blue")];
  await ann.say("red one");
  await ann.whisper(dee, "across");
  await ann.say("red two");
  await cai.say("blue one");
  await expect.poll(bea.heard).toEqual([`${ann.id} says red one`, `${ann.id} says red two`]);
  await expect.poll(dee.heard).toEqual([`${cai.id} says blue one`]);
  expect(await cai.heard()).toEqual([]);
});

test.describe("examples/minimal", () => {
  test.describe.configure({ mode: "serial" });

  async function openNote(browser: Browser, url: string, room: string) {
    const page = await browser.newPage();
    const watch = watchPage(page);
    await page.goto(`${url}/?room=${room}`);
    const note = page.getByRole("textbox", { name: "The note" });
    await expect(note).toBeEnabled();
    return { page, note, status: page.getByRole("status"), watch };
  }

  test("a note is shared, counted, kept for the latecomer and for the time after a kill", async ({ browser }) => {
    const server = await startServer({ program: "examples/minimal/server.ts", readyLine: /(http:\/\/\S+)/ });
    const room = `e2e-${process.pid}`;
    try {
      const ann = await openNote(browser, server.url, room);
      const bea = await openNote(browser, server.url, room);
      const elsewhere = await openNote(browser, server.url, `${room}-other`);
      await expect(ann.status).toContainText("2 here");
      await ann.note.fill("milk and bread");
      await expect(bea.note).toHaveValue("milk and bread");
      await bea.page.close();
      await expect(ann.status).toContainText("1 here");
      const late = await openNote(browser, server.url, room);
      await expect(late.note).toHaveValue("milk and bread");
      await expect(elsewhere.note).toHaveValue("");
      expect([ann, late, elsewhere].flatMap((person) => person.watch.problems())).toEqual([]);
      await server.kill();
      await server.restart();
      const after = await openNote(browser, server.url, room);
      await expect(after.note).toHaveValue("milk and bread");
    } finally {
      await server.dispose();
    }
  });
});
