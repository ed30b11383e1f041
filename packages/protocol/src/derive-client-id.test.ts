import { clientIdSchema } from "@inkroom/model";
import * as v from "valibot";
import { expect, it } from "vitest";
import { deriveClientId } from "./derive-client-id.ts";

it("an id is the head of the proof's SHA-256 in base64url", () => {
  // SHA-256("abc") = ba7816bf 8f01cfea 414140de ... (FIPS 180-4, appendix example)
  expect(deriveClientId("abc")).toBe("ungWv48Bz-pBQUDe");
  expect(deriveClientId("")).toBe("47DEQpj8HBSa-_TI");
});

it("every id is a valid client id, and another proof gives another", () => {
  const ids = Array.from({ length: 300 }, (_, i) => deriveClientId(`proof ${i}`));
  expect(new Set(ids).size).toBe(300);
  expect(ids.every((id) => v.is(clientIdSchema, id))).toBe(true);
});
