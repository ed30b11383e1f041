import { CLOSE, isFatalClose } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { actionsOf, FAILURES, failureOfClose } from "./failure.ts";

test("every fatal close code of the room has a page", () => {
  for (const code of Object.values(CLOSE).filter(isFatalClose)) expect(FAILURES).toContain(failureOfClose(code));
});

test("every failure offers a way on", () => {
  for (const failure of FAILURES) expect(actionsOf(failure).length).toBeGreaterThan(0);
});

test("an old page is asked to reload", () => {
  expect(failureOfClose(CLOSE.version)).toBe("version");
  expect(actionsOf("version")).toEqual(["reload"]);
});
