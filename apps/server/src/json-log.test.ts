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

test("a message of several lines is left out as a whole", () => {
  const { log, lines } = logged("info");
  log.error("x", { error: new Error("first\ncanary\n    canary") });
  expect(lines.join("")).not.toContain("canary");
  expect(lines.join("")).toContain("json-log.test.ts");
});

test("an error shows its code and that of what caused it, which tell a full disk from a bug", () => {
  const { log, lines } = logged("info");
  const cause = Object.assign(new Error("canary"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
  log.error("x", { error: Object.assign(new Error("canary", { cause }), { code: "full" }) });
  const { error } = JSON.parse(lines[0] ?? "") as { error: { code: string; cause: object } };
  expect(error.code).toBe("full");
  expect(error.cause).toMatchObject({ name: "Error", code: "ERR_SQLITE_ERROR", errcode: 13 });
  expect(lines.join("")).not.toContain("canary");
});
