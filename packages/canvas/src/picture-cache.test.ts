import { expect, test } from "vitest";
import { PictureCache, type PictureCachePorts } from "./picture-cache.ts";

type Fake = { readonly width: number; readonly height: number; isClosed: boolean; close(): void };

/** Pictures that are only sizes; `arrive` brings the bytes of one. */
function bench(sizes: Readonly<Record<string, readonly [number, number]>>, options: Pick<PictureCachePorts, "maxPixels"> = {}) {
  const arrivals = new Map(Object.keys(sizes).map((blob) => [blob, Promise.withResolvers<Blob>()]));
  const names = new Map<Blob, string>();
  const made: Fake[] = [];
  const fake = (width: number, height: number): ImageBitmap => {
    const picture: Fake = { width, height, isClosed: false, close: () => void (picture.isClosed = true) };
    made.push(picture);
    return picture;
  };
  const open = (): number => made.filter(({ isClosed }) => !isClosed).length;
  /** Pictures in memory each time another one is about to be decoded. */
  const atOnce: number[] = [];
  const cache = new PictureCache({
    load: async (blob) => (await arrivals.get(blob)?.promise) ?? new Blob(),
    decode: async (bytes) => {
      atOnce.push(open());
      await Promise.resolve();
      const size = sizes[names.get(bytes) ?? ""];
      if (size === undefined) throw new Error("no picture");
      return fake(...size);
    },
    resize: async (_picture, w, h) => fake(w, h),
    ...options,
  });
  const told: string[][] = [];
  const waiting: (() => void)[] = [];
  cache.subscribe((ids) => {
    told.push([...ids].sort());
    for (const go of waiting.splice(0)) go();
  });
  const arrive = (blob: string): void => {
    const bytes = new Blob([blob]);
    names.set(bytes, blob);
    arrivals.get(blob)?.resolve(bytes);
  };
  const nextTold = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  return { cache, told, arrive, nextTold, open, atOnce };
}

test("a picture is not there until its bytes have come; then all shapes that show it are told, once", async () => {
  const { cache, told, arrive, nextTold } = bench({ cat: [800, 600] });
  expect([cache.get("cat", 800, "a"), cache.get("cat", 700, "b"), cache.get("cat", 800, "a")]).toEqual([undefined, undefined, undefined]);
  arrive("cat");
  await nextTold();
  expect(told).toEqual([["a", "b"]]);
  expect(cache.get("cat", 800, "a")).toMatchObject({ width: 800, height: 600 });
});

test("it is held at about the size at which it is seen, and made anew where it is seen larger", async () => {
  const { cache, told, arrive, nextTold, open } = bench({ cat: [4_000, 3_000] });
  cache.get("cat", 300, "a");
  arrive("cat");
  await nextTold();
  expect(cache.get("cat", 500, "a")).toMatchObject({ width: 500, height: 375 });
  expect(told).toHaveLength(1);
  expect(cache.get("cat", 501, "a")).toMatchObject({ width: 500 });
  await nextTold();
  expect(cache.get("cat", 501, "a")).toMatchObject({ width: 1_000 });
  cache.get("cat", 9_000, "a");
  await nextTold();
  expect(cache.get("cat", 9_000, "a")).toMatchObject({ width: 4_000 });
  expect([told.length, open()]).toEqual([3, 1]);
});

test("beyond the budget the pictures that nobody has asked for lately go, and come back when asked for", async () => {
  const { cache, arrive, nextTold, open } = bench({ a: [10, 10], b: [10, 10], c: [10, 10] }, { maxPixels: 200 });
  for (const blob of ["a", "b"]) {
    cache.get(blob, 10, blob);
    arrive(blob);
    await nextTold();
  }
  cache.get("a", 10, "a");
  cache.get("c", 10, "c");
  arrive("c");
  await nextTold();
  expect([cache.pixels, open()]).toEqual([200, 2]);
  expect([cache.get("a", 10, "a")?.width, cache.get("c", 10, "c")?.width]).toEqual([10, 10]);
  expect(cache.get("b", 10, "b")).toBeUndefined();
  await nextTold();
  expect(cache.get("b", 10, "b")?.width).toBe(10);
  expect(open()).toBe(2);
});

test("what is no picture is tried once and tells nobody; nothing stays when the board is closed", async () => {
  const { cache, told, arrive, nextTold, open } = bench({ cat: [10, 10] });
  cache.get("junk", 10, "j");
  cache.get("cat", 10, "a");
  arrive("cat");
  await nextTold();
  expect(cache.get("junk", 10, "j")).toBeUndefined();
  expect(told).toEqual([["a"]]);
  cache.dispose();
  expect(open()).toBe(0);
});

test("one is decoded at a time, and made smaller before the next: many large ones come at once when a board is opened", async () => {
  const names = ["a", "b", "c", "d"];
  const { cache, arrive, nextTold, open, atOnce } = bench(Object.fromEntries(names.map((name) => [name, [4_000, 4_000] as const])));
  for (const name of names) cache.get(name, 500, name);
  const waits = names.map(() => nextTold());
  for (const name of names) arrive(name);
  await Promise.all(waits);
  while (names.some((name) => cache.get(name, 500, name) === undefined)) await nextTold();
  expect([atOnce, open()]).toEqual([[0, 1, 2, 3], 4]);
  expect(names.map((name) => cache.get(name, 500, name)?.width)).toEqual([500, 500, 500, 500]);
});
