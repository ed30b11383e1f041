// Commands of the fixture rooms: a JSON array of a verb and its arguments, the same over sockets and over HTTP.
import type { Connection } from "@inkroom/rooms";
import { fail } from "./fixture-faults.ts";
import type { Wakeful } from "./fixture-rooms.ts";
import { listenTo } from "./fixture-listeners.ts";
import { failingSql, reportSql, runSql, sqlTransaction } from "./fixture-sql.ts";
import { cloneReport, outcomeOf, runKv, runStorage } from "./fixture-storage.ts";
import { runTransaction } from "./fixture-transactions.ts";

/** Whatever the case sent: each command takes it for what it needs. */
type Args = readonly [never, never, never];

type Call = { readonly room: Wakeful; readonly args: Args; readonly connection: Connection };

const COMMANDS: Readonly<Record<string, (call: Call) => unknown>> = {
  journal: ({ room }) => room.journal,
  name: ({ room }) => room.name,
  props: ({ room }) => room.props,
  hits: ({ room }) => ++room.hits,
  "has-start-ended": ({ room }) => room.journal.includes("start ends"),
  ids: ({ room, args: [tag] }) => [...room.getConnections(tag)].map(({ id }) => id).sort(),
  find: ({ room, args: [id] }) => outcomeOf(() => described(room.getConnection(id))),
  me: ({ connection }) => described(connection),
  uri: ({ connection }) => connection.uri,
  "send-to": ({ room, args: [id, text] }) => room.getConnection(id)?.send(text),
  shout: ({ room, args: [text, without] }) => room.broadcast(text, without),
  "shout-bytes": ({ room }) => room.broadcast(new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4)),
  "send-buffer": ({ connection }) => connection.send(new Uint8Array([4, 5]).buffer),
  "send-size": ({ connection, args: [size] }) => connection.send("x".repeat(size)),
  "set-state": ({ connection, args: [state] }) => connection.setState(state),
  "undefined-state": ({ connection }) => {
    connection.setState(undefined);
    return connection.state === null;
  },
  bump: ({ connection }) => connection.setState((before: unknown) => ({ n: ((before as { n?: number } | null)?.n ?? 0) + 1 })),
  "big-state": ({ connection, args: [size] }) => outcomeOf(() => connection.setState("x".repeat(size)) && "kept"),
  "function-state": ({ connection }) => outcomeOf(() => connection.setState({ call: () => 1 }) && "kept"),
  "rich-state": ({ connection }) => {
    connection.setState({ map: new Map([["a", 1]]), date: new Date(5) });
    const { map, date } = connection.state as { map: Map<string, number>; date: Date };
    return [[...map], date.getTime()];
  },
  close: ({ connection, args: [code, reason] }) =>
    outcomeOf(() => (code === undefined ? connection.close() : connection.close(code, reason)) ?? "closed"),
  "close-other": ({ room, args: [id, code, reason] }) => room.getConnection(id)?.close(code, reason),
  "close-then-count": ({ room, connection }) => {
    connection.close(4001, "bye");
    room.broadcast(`${[...room.getConnections()].length} open`);
  },
  throw: ({ args: [how] }) => fail(how),
  storage: ({ room, args: [steps] }) => runStorage(room.ctx.storage, steps),
  kv: ({ room, args: [steps] }) => runKv(room.ctx.storage, steps),
  clone: ({ room, args: [kind] }) => cloneReport(room.ctx.storage, kind),
  transaction: ({ room, args: [kind] }) => runTransaction(room.ctx.storage, kind),
  "blocked-transaction": ({ room, args: [kind] }) => room.ctx.blockConcurrencyWhile(() => runTransaction(room.ctx.storage, kind)),
  sql: ({ room }) => [
    room.sql`create table if not exists words (id integer primary key, word text)`,
    room.sql`insert into words (word) values (${"ink"}), (${null})`,
    room.sql`select id, word from words where id >= ${1} order by id`,
  ],
  live: ({ room, args: [text] }) => (text === undefined ? room.live?.close() : room.live?.enqueue(new TextEncoder().encode(text))),
  server: ({ connection }) => (connection as unknown as { server: string }).server,
  attachment: ({ connection }) => {
    connection.serializeAttachment({ n: 1 });
    return [connection.deserializeAttachment(), connection.state];
  },
  redefine: ({ connection }) => {
    const { state } = connection;
    Object.defineProperty(connection, "state", { configurable: true, get: () => ({ wrapped: state }) });
    return connection.state;
  },
  listen: ({ room, connection }) => listenTo(room, connection),
  "sql-steps": ({ room, args: [steps] }) => runSql(room.ctx.storage.sql, steps),
  "sql-report": ({ room, args: [kind] }) => reportSql(room.ctx.storage.sql, kind),
  "sql-fails": ({ room }) => failingSql(room),
  "sql-transaction": ({ room, args: [how] }) => sqlTransaction(room, how),
  "alarm-in": async ({ room, args: [ms] }) => {
    const at = Date.now() + ms;
    await room.ctx.storage.setAlarm(at);
    return at;
  },
  "alarm-date": ({ room, args: [ms] }) => room.ctx.storage.setAlarm(new Date(Date.now() + ms)),
  "alarm-set": async ({ room }) => (await room.ctx.storage.getAlarm()) !== null,
  "alarm-off": async ({ room }) => {
    await room.ctx.storage.deleteAlarm();
    return room.ctx.storage.getAlarm();
  },
  count: async ({ room }) => {
    const count = ((await room.ctx.storage.get<number>("count")) ?? 0) + 1;
    await room.ctx.storage.put("count", count);
    return count;
  },
  hold: ({ room }) => new Promise<void>((resolve) => (room.release = resolve)),
  release: ({ room }) => room.release?.(),
  wait: ({ args: [ms] }) => new Promise((resolve) => setTimeout(resolve, ms)),
};

function described(connection: Connection | undefined): unknown {
  if (connection === undefined) return "nobody";
  const { id, state, tags, readyState } = connection;
  return { id, state, tags, readyState };
}

/** Runs one command. `connection` is the one that asked; commands about it are only for sockets. */
export async function runCommand(room: Wakeful, [verb, ...args]: readonly unknown[], connection?: Connection): Promise<unknown> {
  const command = COMMANDS[verb as string];
  if (command === undefined) throw new TypeError(`No command is called ${String(verb)}`);
  return command({ room, args: args as unknown as Args, connection: connection as Connection });
}
