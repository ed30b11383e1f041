// The application's hooks, the same for every host under test. They do what the query `?hook=` says.

export const PROPS = { greeting: "Grüße" };

function verdict(request: Request, name: string): Request | Response | undefined {
  switch (new URL(request.url).searchParams.get("hook")) {
    case "refuse":
      return new Response(`not in ${name}`, { status: 403, headers: { "x-why": "hook" } });
    case "header": {
      const changed = new Request(request);
      changed.headers.set("x-test-hook", "was here");
      return changed;
    }
    case "throw":
      throw new Error("telltale");
    default:
      return undefined;
  }
}

export function beforeConnect(request: Request, lobby: { readonly name: string }): Request | Response | undefined {
  return verdict(request, lobby.name);
}

export async function beforeRequest(request: Request, lobby: { readonly name: string }): Promise<Request | Response | undefined> {
  return verdict(request, lobby.name);
}
