import { deriveClientId } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { createTabIdentity, randomId } from "./tab-identity.ts";

test("the client id follows from the proof", () => {
  const identity = createTabIdentity((bytes) => bytes.fill(7));
  expect(identity.clientId).toBe(deriveClientId(identity.proof));
});

test("random bytes are written in letters that need no escaping", () => {
  expect(randomId((bytes) => bytes.fill(255), 16)).toBe("_____________________w");
});
