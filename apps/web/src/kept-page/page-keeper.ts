// Keeps the files of the page in the browser, so that it opens without the server. The server's page comes first: a kept one is
// shown only where there is no answer. A build is kept as a whole or not at all; nothing of any board is kept here.

/** What the build says of itself: vite.config.ts writes it. */
export const BUILD_FILE = "/kept-files.json";
const PAGE = "/";
/** How long the server may take to answer before the kept page is shown, ms. */
const PAGE_WITHIN_MS = 4_000;
/** The home page and those of boards. */
const PAGE_PATH = /^\/(?:b\/[\w-]{1,64}\/?)?$/;

/** `entry`: the script that the page names; `files`: paths of everything the page may ask for. */
type Build = { readonly entry: string; readonly files: readonly string[] };

export type PageKeeperPorts = {
  readonly cache: () => Promise<Pick<Cache, "match" | "put" | "delete">>;
  readonly fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
  readonly origin: string;
};

export class PageKeeper {
  readonly #ports: PageKeeperPorts;

  constructor(ports: PageKeeperPorts) {
    this.#ports = ports;
  }

  /** Undefined for what is none of the keeper's business. */
  answer(request: Pick<Request, "url" | "method" | "mode"> & Request): Promise<Response> | undefined {
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== this.#ports.origin) return undefined;
    if (request.mode === "navigate") return PAGE_PATH.test(pathname) ? this.#page(request) : undefined;
    return pathname.startsWith("/assets/") || pathname === "/favicon.svg" ? this.#file(request, pathname) : undefined;
  }

  /** Keeps the server's present build, if it is another than the kept one. Rejects where it cannot be had; what was kept stays. */
  async keepBuild(): Promise<void> {
    const { fetch } = this.#ports;
    const cache = await this.#ports.cache();
    const told = await fetched(fetch(BUILD_FILE, { cache: "no-cache" }));
    const text = await told.clone().text();
    const before = await (await cache.match(BUILD_FILE))?.text();
    if (text === before) return;
    const { entry, files } = JSON.parse(text) as Build; // reason: our own build wrote it
    const page = await fetched(fetch(PAGE));
    // The server is being replaced by another one: the next visit will do.
    if (!(await page.clone().text()).includes(entry)) throw new Error("the page is of another build");
    for (const file of files) {
      if ((await cache.match(file)) === undefined) await cache.put(file, await fetched(fetch(file)));
    }
    // Only now, as the page may be shown from here on.
    await cache.put(PAGE, page);
    await cache.put(BUILD_FILE, told);
    // Tabs of the build before may still ask for its files; those of older ones go.
    const kept = new Set([...files, ...filesOf(before)]);
    const older = filesOf(await (await cache.match(`${BUILD_FILE}?before`))?.text());
    for (const file of older) if (!kept.has(file)) await cache.delete(file);
    if (before !== undefined) await cache.put(`${BUILD_FILE}?before`, new Response(before));
  }

  async #page(request: Request): Promise<Response> {
    const { fetch } = this.#ports;
    const answer = await fetch(request, { signal: AbortSignal.timeout(PAGE_WITHIN_MS) }).catch((error: unknown) => error);
    if (answer instanceof Response && answer.status < 500) return answer;
    const kept = await (await this.#ports.cache()).match(PAGE);
    if (kept !== undefined) return kept;
    // The browser says what is wrong, once it has had all the time it wants.
    return answer instanceof Response ? answer : fetch(request);
  }

  async #file(request: Request, pathname: string): Promise<Response> {
    return (await (await this.#ports.cache()).match(pathname)) ?? this.#ports.fetch(request);
  }
}

async function fetched(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

function filesOf(build: string | undefined): readonly string[] {
  return build === undefined ? [] : (JSON.parse(build) as Build).files; // reason: as above
}
