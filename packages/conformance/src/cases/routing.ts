// Which paths lead to which room.
import type { Case } from "../case.ts";
import type { World } from "../world.ts";

const described = async (world: World, path: string): Promise<Record<string, unknown>> =>
  JSON.parse((await world.get(path)).text) as Record<string, unknown>;

export const routing: readonly Case[] = [
  {
    id: "route.no-env",
    title: "without an env the application's own is used",
    expected: "GET a",
    run: async (world) => (await world.get("/ambient/wakeful/a")).text,
  },
  {
    id: "route.elsewhere",
    title: "a path outside of the prefix is not for rooms",
    expected: 404,
    run: async (world) => (await world.get("/nothing/here/at-all")).status,
  },
  {
    id: "route.party-only",
    title: "a party without a room is not found",
    expected: 404,
    run: async (world) => (await world.get("/parties/wakeful")).status,
  },
  {
    id: "route.unknown-party",
    title: "an unknown party is an invalid request",
    expected: [400, "Invalid request"],
    run: async (world) => {
      const { status, text } = await world.get("/parties/nobody/x");
      return [status, text];
    },
  },
  {
    id: "route.party-case",
    title: "party names are case sensitive",
    expected: 400,
    run: async (world) => (await world.get("/parties/Wakeful/x")).status,
  },
  {
    id: "route.kebab",
    title: "a class in camel case is served in kebab case",
    expected: [200, 400],
    run: async (world) => [(await world.get("/parties/quiet-child/x")).status, (await world.get("/parties/QuietChild/x")).status],
  },
  {
    id: "route.empty-segments",
    title: "empty segments are dropped",
    expected: [200, 200],
    run: async (world) => [(await world.get(`//parties//wakeful///${world.room}`)).status, (await world.get(`${world.path()}/`)).status],
  },
  {
    id: "route.rest",
    title: "further segments and the query belong to the room",
    expected: { rest: "/deep/er", search: "?reply=describe&a=1" },
    run: async (world) => {
      const { pathname, search } = await described(world, `${world.path()}/deep/er?reply=describe&a=1`);
      return { rest: String(pathname).slice(world.path().length), search };
    },
  },
  {
    id: "route.raw-name",
    title: "a room name is never decoded",
    expected: ["a%20b", "%C3%A9", "a%2Fb"],
    run: (world) =>
      Promise.all(
        ["a%20b", "%C3%A9", "a%2Fb"].map(async (name) => (await described(world, `/parties/wakeful/${name}?reply=describe`)).name),
      ),
  },
  {
    id: "route.name-case",
    title: "names that differ in case are two rooms",
    expected: [["undefined", 1], ["undefined"]],
    run: async (world) => [
      await world.storage(["put", "a", 1], ["get", "a"]),
      JSON.parse(
        (await world.get(`/parties/wakeful/${world.room.toUpperCase()}`, { method: "POST", body: '["storage",[["get","a"]]]' })).text,
      ),
    ],
  },
  {
    id: "route.party-spaces",
    title: "the same name in two parties is two rooms",
    expected: [["undefined", 1], ["undefined"]],
    run: async (world) => [
      await world.tell("wakeful", "storage", [
        ["put", "a", 1],
        ["get", "a"],
      ]),
      await world.tell("sleeper", "storage", [["get", "a"]]),
    ],
  },
  {
    id: "route.long-name",
    title: "a name of 600 characters is a room",
    expected: 200,
    onNode: { expected: 400 },
    run: async (world) => (await world.get(`/parties/wakeful/${"n".repeat(600)}`)).status,
  },
  {
    id: "route.malformed-escape",
    title: "a malformed escape is part of the name",
    expected: 200,
    onNode: { expected: 400 },
    run: (world) => world.rawStatus("/parties/wakeful/a%zz"),
  },
  {
    id: "route.dot-segments",
    title: "dot segments are resolved, whichever way they are written",
    expected: [200, 200],
    run: async (world) => [
      await world.rawStatus(`/parties/nobody/../wakeful/${world.room}`),
      await world.rawStatus(`/parties/nobody/%2e%2e/wakeful/${world.room}`),
    ],
  },
  {
    id: "route.old-prefix",
    title: "the old form /party/<room> is not for rooms",
    expected: 404,
    run: async (world) => (await world.get("/party/x")).status,
  },
  {
    id: "route.socket-elsewhere",
    title: "a socket to a path outside of the prefix is not found",
    expected: [404, 404],
    run: async (world) => [await world.upgradeStatus("/nothing"), await world.upgradeStatus("/parties/wakeful")],
  },
  {
    id: "route.socket-unknown-party",
    title: "a socket to an unknown party is an invalid request",
    expected: 400,
    run: (world) => world.upgradeStatus("/parties/nobody/x"),
  },
];
