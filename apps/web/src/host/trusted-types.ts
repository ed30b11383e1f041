// The server's policy lets no string become markup or script. One library empties an element by writing "" to it: that
// string, and only that, is allowed.

type PolicyFactory = { createPolicy(name: "default", rules: { createHTML(text: string): string | null }): unknown };

/** Does nothing where the browser has no Trusted Types. Called once per page, before anything draws. */
export function allowEmptyMarkup(scope: object): void {
  // reason: not in every browser's type library; probed on the next line.
  const { trustedTypes } = scope as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy("default", { createHTML: (text) => (text === "" ? "" : null) });
}
