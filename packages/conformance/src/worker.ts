// The application under test, as a partyserver user writes it. For workerd the bundler puts `partyserver` in place of
// `@inkroom/rooms`; on Node it is served as it stands.
import { routePartykitRequest } from "@inkroom/rooms";
import { beforeConnect, beforeRequest, PROPS } from "./fixture-hooks.ts";

export { Bare, QuietChild, Sleeper, Wakeful } from "./fixture-rooms.ts";

const app = {
  async fetch(request: Request, env: Record<string, unknown>): Promise<Response> {
    const hooks = { onBeforeConnect: beforeConnect, onBeforeRequest: beforeRequest, props: PROPS };
    const answer =
      (await routePartykitRequest(request, env, hooks)) ??
      (await routePartykitRequest(request, env, { ...hooks, prefix: "open", cors: true })) ??
      (await routePartykitRequest(request, undefined, { ...hooks, prefix: "ambient" }));
    return (answer as Response | null) ?? new Response("Not found", { status: 404 });
  },
};

// oxlint-disable-next-line import/no-default-export -- workerd asks for one
export default app;
