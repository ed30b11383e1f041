// The server's policy lets no string become markup or script. Allowed are, and nothing else: the empty string as markup, which
// one library writes to empty an element; and the scripts of our own build as workers.

type Rules = { createHTML(text: string): string | null; createScriptURL(url: string): string | null };
type PolicyFactory = { createPolicy(name: "default", rules: Rules): unknown };

/** Does nothing where the browser has no Trusted Types. Called once per page, before anything draws. `origin` of the page. */
export function allowOwnScripts(scope: object, origin: string): void {
  // reason: not in every browser's type library; probed on the next line.
  const { trustedTypes } = scope as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy("default", {
    createHTML: (text) => (text === "" ? "" : null),
    createScriptURL: (url) => (isOwnScript(url, origin) ? url : null),
  });
}

function isOwnScript(url: string, origin: string): boolean {
  const parsed = URL.parse(url, origin);
  return parsed !== null && parsed.origin === origin && /^\/(?:assets\/[\w.-]+|service-worker)\.js$/.test(parsed.pathname);
}
