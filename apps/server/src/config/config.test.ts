import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printConfig, readConfig } from "./config.ts";
import { nearestName } from "./nearest-name.ts";
import { SETTINGS } from "./settings.ts";

function configOf(env: Record<string, string>) {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join("; "));
  return read.config;
}

function problemsOf(env: Record<string, string>): readonly string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
}

test("an empty environment gives the defaults", () => {
  expect(configOf({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: "./data",
    publicUrl: "",
    allowedOrigins: [],
    hibernate: "idle",
    boardsPerHour: 120,
  });
});

test("every wrong value is reported at once", () => {
  const problems = problemsOf({
    PORT: "65536",
    INKROOM_LOG: "loud",
    INKROOM_PUBLIC_URL: "board.example",
    INKROOM_HIBERNATE_AFTER_MS: "-1",
    INKROOM_ALLOWED_ORIGINS: "https://ok.example, nope",
  });
  expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
    "PORT",
    "INKROOM_PUBLIC_URL",
    "INKROOM_ALLOWED_ORIGINS",
    "INKROOM_LOG",
    "INKROOM_HIBERNATE_AFTER_MS",
  ]);
});

test("an unknown INKROOM_ name is refused with the name that was probably meant", () => {
  expect(problemsOf({ INKROOM_HIBERNATE_AFTER: "5" })).toEqual([
    "INKROOM_HIBERNATE_AFTER is not a setting; did you mean INKROOM_HIBERNATE_AFTER_MS?",
  ]);
  expect(problemsOf({ OTHER_NAME: "5" })).toEqual([]);
});

test("problems never quote the value, which may be a misplaced secret", () => {
  expect(problemsOf({ INKROOM_PUBLIC_URL: "hunter2" }).join()).not.toContain("hunter2");
});

test.each([
  ["https://board.example", "https://board.example"],
  ["https://board.example/", "https://board.example"],
  ["http://localhost:3000", "http://localhost:3000"],
])("%s is an origin", (given, origin) => {
  expect(configOf({ INKROOM_PUBLIC_URL: given }).publicUrl).toBe(origin);
});

test.each(["https://board.example/path", "ftp://board.example", "https://user@board.example", "board.example", "null"])(
  "%s is no origin",
  (given) => {
    expect(problemsOf({ INKROOM_PUBLIC_URL: given })).toHaveLength(1);
  },
);

test("each numeric setting takes its bounds and nothing beside them", () => {
  expect(configOf({ PORT: "0" }).port).toBe(0);
  expect(configOf({ PORT: "65535" }).port).toBe(65_535);
  for (const port of ["", "-1", "1.5", "1e3", " 1", "0x10", "65536"]) expect(problemsOf({ PORT: port })).toHaveLength(1);
});

test("the printed configuration can be read back", () => {
  const config = configOf({ PORT: "8080", INKROOM_ALLOWED_ORIGINS: "https://a.example,https://b.example:8443" });
  const env = Object.fromEntries(
    printConfig(config)
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
  expect(configOf(env)).toEqual(config);
});

test("docs/configuration.md has a row for every setting, with its default and meaning, and no other", () => {
  const doc = readFileSync(new URL("../../../../docs/configuration.md", import.meta.url), "utf8");
  const rows = doc.split("\n").filter((line) => /^\| `[A-Z_]+` \|/.test(line));
  expect(rows).toEqual(
    Object.values(SETTINGS).map(
      ({ env, fallback, about }) => `| \`${env}\` | ${fallback === "" ? "unset" : `\`${fallback}\``} | ${about} |`,
    ),
  );
});

test("the nearest name is the one with the fewest letters to change", () => {
  expect(nearestName("INKROM_LOG", ["INKROOM_LOG", "INKROOM_PING_MS"])).toBe("INKROOM_LOG");
});
