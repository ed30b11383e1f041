import { expect, test } from "vitest";
import { createJsonLog, type LogLevel } from "./json-log.ts";

function logged(level: LogLevel): { log: ReturnType<typeof createJsonLog>; lines: string[] } {
  const lines: string[] = [];
  return { log: createJsonLog({ level, now: () => 0, write: (line) => lines.push(line) }), lines };
}

test("a line is one JSON object with time, level, event and fields", () => {
  const { log, lines } = logged("info");
  log.warn("room.woke", { count: 2 });
  expect(lines).toEqual(['{"ts":"1970-01-01T00:00:00.000Z","level":"warn","event":"room.woke","count":2}\n']);
});

test("lines below the level are not written", () => {
  const { log, lines } = logged("warn");
  log.debug("a");
  log.info("b");
  log.error("c");
  log.notice("d");
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(["c", "d"]);
});

test("values of secret names are redacted at any depth, and errors show where but not what", () => {
  const { log, lines } = logged("info");
  log.info("x", { ticket: "canary", nested: { Authorization: "canary", linkSecret: "canary" }, error: new Error("canary") });
  expect(lines.join("")).not.toContain("canary");
});
