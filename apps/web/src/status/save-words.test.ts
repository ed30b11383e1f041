import { expect, test } from "vitest";
import { t } from "../i18n/translate.ts";
import { type BoardStatus, statusWords } from "./save-words.ts";

test.each<[BoardStatus, string]>([
  [{ kind: "saved" }, "All changes saved"],
  [{ kind: "sending", pending: 3 }, "Sending 3 changes…"],
  [{ kind: "offline", pending: 3 }, "Offline — 3 changes kept in this tab"],
  [{ kind: "offline", pending: 0 }, "Offline — reconnecting"],
  [{ kind: "view-only" }, "View only"],
])("%j reads %j", (status, words) => {
  const { key, count } = statusWords(status);
  expect(t(key, { count })).toBe(words);
});
