// The files of the web app, with the headers that every host gives them.
import { cacheOf, pageFile, securityHeaders } from "@inkroom/board-access";

/** Undefined where the path is none of the app's. */
export async function servePage(request: Request, path: string, assets: Fetcher, publicUrl: string): Promise<Response | undefined> {
  const file = pageFile(path);
  const isPage = file.endsWith(".html");
  const known = request.headers.get("if-none-match");
  const headers: Record<string, string> = known === null || isPage ? {} : { "if-none-match": known };
  const found = await assets.fetch(new URL(file, request.url).href, { method: request.method, headers });
  if (found.status !== 200 && found.status !== 304) return undefined;
  const { origin, protocol, host } = new URL(request.url);
  // Behind a name of its own a Worker is always reached by TLS, whether or not it was told that name.
  const reached = publicUrl === "" && protocol === "https:" ? origin : publicUrl;
  const answer = new Headers({ ...securityHeaders(reached, host), "cache-control": cacheOf(file) });
  for (const name of isPage ? ["content-type"] : ["content-type", "etag"]) {
    const value = found.headers.get(name);
    if (value !== null) answer.set(name, value);
  }
  return new Response(found.body, { status: found.status, headers: answer });
}
