// Every setting of the server: environment name, default, meaning and the schema that reads its text.
// docs/configuration.md is tested against this table.
import { origin, origins, text, whole, word } from "@inkroom/board-access";
import * as v from "valibot";

/** `fallback` is the text that stands in where the variable is unset. Units are in the key's name. */
export const SETTINGS = {
  port: { env: "PORT", fallback: "3000", schema: whole(0, 65_535), about: "TCP port; 0 takes any free one" },
  host: { env: "HOST", fallback: "127.0.0.1", schema: text, about: "Address to listen on" },
  dataDir: { env: "DATA_DIR", fallback: "./data", schema: text, about: "Directory of the boards and the registry; one process at a time" },
  publicUrl: {
    env: "INKROOM_PUBLIC_URL",
    fallback: "",
    schema: origin,
    about: "Origin people open in the browser; unset: the Origin header must match Host",
  },
  allowedOrigins: {
    env: "INKROOM_ALLOWED_ORIGINS",
    fallback: "",
    schema: origins,
    about: "Further origins whose pages may connect, comma-separated",
  },
  trustProxy: {
    env: "INKROOM_TRUST_PROXY",
    fallback: "0",
    schema: whole(0, 10),
    about: "Number of reverse proxies in front whose X-Forwarded-For is believed",
  },
  webDir: { env: "INKROOM_WEB_DIR", fallback: "", schema: v.string(), about: "Directory of the built web app; unset: apps/web/dist" },
  log: {
    env: "INKROOM_LOG",
    fallback: "info",
    schema: word(["debug", "info", "warn", "error", "silent"]),
    about: "Least severe log lines to print",
  },
  hibernate: {
    env: "INKROOM_HIBERNATE",
    fallback: "idle",
    schema: word(["idle", "always"]),
    about: "`always` drops a room from memory after every event; for tests",
  },
  hibernateAfterMs: {
    env: "INKROOM_HIBERNATE_AFTER_MS",
    fallback: "10000",
    schema: whole(0, 86_400_000),
    about: "Idle time after which a room leaves memory, ms",
  },
  pingMs: {
    env: "INKROOM_PING_MS",
    fallback: "30000",
    schema: whole(100, 600_000),
    about: "Interval of WebSocket pings; a connection silent for two is dropped, ms",
  },
  drainMs: {
    env: "INKROOM_DRAIN_MS",
    fallback: "10000",
    schema: whole(0, 600_000),
    about: "Longest time a shutdown may take, ms; what boards are still doing is given up 2 s before",
  },
  ticketMs: { env: "INKROOM_TICKET_MS", fallback: "30000", schema: whole(100, 600_000), about: "Lifetime of a connection ticket, ms" },
  helloMs: { env: "INKROOM_HELLO_MS", fallback: "5000", schema: whole(50, 60_000), about: "Time a connection may take to say hello, ms" },
  boardsPerHour: {
    env: "INKROOM_BOARDS_PER_HOUR",
    fallback: "120",
    schema: whole(0, 1_000_000),
    about: "Boards one address may create per hour",
  },
  ticketFailuresPerMinute: {
    env: "INKROOM_TICKET_FAILURES_PER_MINUTE",
    fallback: "60",
    schema: whole(0, 1_000_000),
    about: "Wrong board links one address may try per minute",
  },
  ticketsPerMinute: {
    env: "INKROOM_TICKETS_PER_MINUTE",
    fallback: "3000",
    schema: whole(1, 1_000_000),
    about: "Connection tickets one address may get per minute",
  },
  pushesPerSecond: {
    env: "INKROOM_PUSHES_PER_SECOND",
    fallback: "60",
    schema: whole(1, 1_000_000),
    about: "Transactions per second one connection may keep up",
  },
  pushBurst: {
    env: "INKROOM_PUSH_BURST",
    fallback: "240",
    schema: whole(1, 1_000_000),
    about: "Transactions one connection may send at once",
  },
  failpoint: {
    env: "INKROOM_FAILPOINT",
    fallback: "",
    schema: v.pipe(v.string(), v.regex(/^$|^[a-z_]+:[1-9][0-9]{0,6}$/, "a step of storage and a count, such as after_commit:7")),
    about: "For tests: the process kills itself at the given occurrence of a step of storage, or behind the ack, such as `after_commit:7`",
  },
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type Config = { readonly [K in SettingKey]: v.InferOutput<(typeof SETTINGS)[K]["schema"]> };
