import { expect, test } from "vitest";
import { t } from "../i18n/translate.ts";
import { type BoardStatus, statusWords, timeWords } from "./save-words.ts";

const offline = { kind: "offline", asOf: undefined, isKept: true } as const;

test.each<[BoardStatus, string]>([
  [{ kind: "connecting", asOf: undefined }, "Connecting…"],
  [{ kind: "connecting", asOf: 1 }, "Board as of 14:05, connecting…"],
  [{ kind: "saved", trouble: undefined }, "All changes saved"],
  [{ kind: "saved", trouble: "denied" }, "Saved. This browser keeps no copy"],
  [{ kind: "saved", trouble: "full" }, "Saved. No copy here: this device is full"],
  [{ kind: "sending", pending: 3 }, "Sending 3 changes…"],
  [{ ...offline, pending: 3 }, "Offline — 3 changes kept on this device"],
  [{ ...offline, pending: 1, isKept: false }, "Offline — 1 change kept in this tab only"],
  [{ ...offline, pending: 0 }, "Offline — reconnecting"],
  [{ ...offline, pending: 0, asOf: 1 }, "Offline — board as of 14:05"],
  [{ kind: "put-off", pending: 2, isKept: true }, "The server cannot save now — 2 changes kept on this device"],
  [{ kind: "put-off", pending: 1, isKept: false }, "The server cannot save now — 1 change kept in this tab only"],
  [{ kind: "view-only", pending: 0 }, "View only"],
  [{ kind: "view-only", pending: 2 }, "View only — 2 changes of yours were not taken"],
])("%j reads %j", (status, words) => {
  const { key, count, time } = statusWords(status, () => "14:05");
  expect(t(key, { count, time })).toBe(words);
});

test("a time of another day comes with that day", () => {
  const at = new Date(2026, 4, 3, 14, 5).getTime();
  expect(timeWords(at, at + 60_000)).toMatch(/^0?2:05|^14:05/);
  expect(timeWords(at, at + 86_400_000)).toMatch(/3/);
  expect(timeWords(at, at + 86_400_000).length).toBeGreaterThan(timeWords(at, at).length);
});
