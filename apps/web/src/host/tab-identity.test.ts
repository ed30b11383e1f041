import { deriveClientId } from "@inkroom/protocol";
import { expect, test } from "vitest";
import { createTabIdentity, randomId } from "./tab-identity.ts";

test.each([
  ["with the browser's hash", crypto.subtle],
  ["and with ours, where the page did not come over https", undefined],
])("the client id follows from the proof, %s", async (_, subtle) => {
  const identity = await createTabIdentity((bytes) => bytes.fill(7), subtle);
  expect(identity.clientId).toBe(deriveClientId(identity.proof));
});

test("random bytes are written in letters that need no escaping", () => {
  expect(randomId((bytes) => bytes.fill(255), 16)).toBe("_____________________w");
});
