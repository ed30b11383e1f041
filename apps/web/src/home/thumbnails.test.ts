import { expect, test } from "vitest";
import { createMemoryStore } from "../host/key-value-store.ts";
import { createThumbnails } from "./thumbnails.ts";

const PICTURES = { light: "data:image/png;base64,AA", dark: "data:image/png;base64,BB" };

test("a picture per theme is kept, told to who shows it, and taken away", () => {
  const store = createMemoryStore();
  const thumbnails = createThumbnails(store);
  let heard = 0;
  thumbnails.subscribe(() => (heard += 1));
  thumbnails.put("a", PICTURES);
  expect([thumbnails.get("a", "dark"), createThumbnails(store).get("a", "light"), heard]).toEqual([PICTURES.dark, PICTURES.light, 1]);
  thumbnails.put("a", undefined);
  expect([thumbnails.both("a"), heard]).toEqual([undefined, 2]);
});

test.each([["no json"], ["null"], ['{"light":1,"dark":2}'], ['{"light":"https://elsewhere","dark":"javascript:"}']])(
  "what is no picture is not shown: %s",
  (stored) => {
    const store = createMemoryStore();
    store.set("inkroom.look.a", stored);
    expect(createThumbnails(store).get("a", "light")).toBeUndefined();
  },
);
