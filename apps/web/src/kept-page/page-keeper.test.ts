import { beforeEach, expect, test } from "vitest";
import { BUILD_FILE, PageKeeper } from "./page-keeper.ts";

const ORIGIN = "https://board.example";
/** What the server answers, by path; a number is a bare status, and nothing is a dead line. */
let server: Record<string, string | number>;
let kept: Map<string, Response>;
let asked: string[];
let keeper: PageKeeper;

function deploy(name: string, ...files: string[]): void {
  const entry = `/assets/index-${name}.js`;
  server = { "/": `<script src="${entry}">`, [BUILD_FILE]: JSON.stringify({ entry, files: [entry, ...files] }), [entry]: name };
  for (const file of files) server[file] = name;
}

beforeEach(() => {
  kept = new Map();
  asked = [];
  const key = (request: RequestInfo | URL): string => (typeof request === "string" ? request : String(request));
  keeper = new PageKeeper({
    origin: ORIGIN,
    cache: async () => ({
      match: async (request) => kept.get(key(request))?.clone(),
      put: async (request, response) => void kept.set(key(request), response),
      delete: async (request) => kept.delete(key(request)),
    }),
    async fetch(request) {
      const path = typeof request === "string" ? request : new URL(request.url).pathname;
      asked.push(path);
      const answer = server[path.startsWith("/b/") ? "/" : path];
      if (answer === undefined) throw new TypeError("no line");
      return typeof answer === "number" ? new Response("", { status: answer }) : new Response(answer);
    },
  });
});

const open = (path: string): Promise<Response> | undefined =>
  keeper.answer({ url: ORIGIN + path, method: "GET", mode: "navigate" } as Request);
const load = (path: string): Promise<Response> | undefined => keeper.answer({ url: ORIGIN + path, method: "GET", mode: "cors" } as Request);
const textOf = async (answer: Promise<Response> | undefined): Promise<string | undefined> => (await answer)?.text();

test("the page and all its files are there without a server, and the server's page comes first while there is one", async () => {
  deploy("one", "/assets/menu-one.js");
  await keeper.keepBuild();
  server["/"] = "<p>fresh";
  expect(await textOf(open("/b/some-board"))).toBe("<p>fresh");
  server["/"] = 502;
  expect(await textOf(open("/"))).toContain("index-one");
  server = {};
  expect(await textOf(open("/b/some-board"))).toContain("index-one");
  expect([await textOf(load("/assets/index-one.js")), await textOf(load("/assets/menu-one.js"))]).toEqual(["one", "one"]);
});

test("nothing but the page and its files is answered", () => {
  const post = { url: `${ORIGIN}/`, method: "POST", mode: "navigate" } as Request;
  const foreign = { url: "https://evil.example/assets/a.js", method: "GET", mode: "cors" } as Request;
  for (const request of [post, foreign]) expect(keeper.answer(request)).toBeUndefined();
  for (const path of ["/api/boards", "/parties/board/x", "/healthz", BUILD_FILE]) expect(load(path)).toBeUndefined();
  expect(open("/api/boards")).toBeUndefined();
});

test("a build of which something is missing is not kept, and the one before stays whole", async () => {
  deploy("one");
  await keeper.keepBuild();
  deploy("two", "/assets/menu-two.js");
  delete server["/assets/menu-two.js"];
  await expect(keeper.keepBuild()).rejects.toThrow();
  deploy("two", "/assets/menu-two.js");
  server["/"] = `<script src="/assets/index-three.js">`;
  await expect(keeper.keepBuild()).rejects.toThrow("another build");
  server = {};
  expect(await textOf(open("/"))).toContain("index-one");
  expect(await textOf(load("/assets/index-one.js"))).toBe("one");
});

test("a new build is fetched once; files of the one before it stay, older ones go", async () => {
  for (const name of ["one", "two", "three"]) {
    deploy(name, "/assets/font.woff2");
    await keeper.keepBuild();
  }
  asked = [];
  await keeper.keepBuild();
  expect(asked).toEqual([BUILD_FILE]);
  expect([...kept.keys()].filter((key) => key.startsWith("/assets/")).toSorted()).toEqual([
    "/assets/font.woff2",
    "/assets/index-three.js",
    "/assets/index-two.js",
  ]);
  server = {};
  expect(await textOf(open("/"))).toContain("index-three");
});

test("where nothing is kept and nobody answers, the browser's own words are shown", async () => {
  server = {};
  await expect(open("/")).rejects.toThrow("no line");
  server = { "/": 502 };
  expect((await open("/"))?.status).toBe(502);
});
