import { expect, test } from "vitest";
import { pictureHeader } from "./picture-header.ts";

const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));
const be = (value: number, length: number): number[] => Array.from({ length }, (_, i) => (value / 256 ** (length - 1 - i)) & 255);
const le = (value: number, length: number): number[] => be(value, length).toReversed();
const box = (type: string, ...content: readonly number[][]): number[] => {
  const body = content.flat();
  return [...be(body.length + 8, 4), ...ascii(type), ...body];
};

const PNG_START = [0x89, ...ascii("PNG"), 13, 10, 26, 10, ...be(13, 4), ...ascii("IHDR")];
const EXIF = [0xff, 0xe1, ...be(8, 2), ...ascii("Exif"), 0, 0];
const TABLES = [0xff, 0xdb, ...be(3, 2), 0, 0xff, 0xff, 0xc4, ...be(3, 2), 0];
const FRAME = [0xff, 0xc2, ...be(17, 2), 8, ...be(480, 2), ...be(640, 2), 3];
const COMMENT = [0x21, 0xfe, 3, ...ascii("abc"), 2, ...ascii("de"), 0];
const picture = (left: number, width: number): number[] => [0x2c, ...le(left, 2), ...le(0, 2), ...le(width, 2), ...le(20, 2), 0];
const riff = (chunk: string, ...content: readonly number[][]): number[] => [
  ...ascii("RIFF"),
  0,
  0,
  0,
  0,
  ...ascii("WEBP"),
  ...ascii(chunk),
  0,
  0,
  0,
  0,
  ...content.flat(),
  0,
  0,
  0,
  0,
  0,
  0,
];
const ispe = (width: number, height: number): number[] => box("ispe", be(0, 4), be(width, 4), be(height, 4));
const avif = (brand: string, ...sizes: readonly number[][]): number[] => [
  ...box("ftyp", ascii(brand), be(0, 4), ascii("mif1"), ascii("miaf")),
  ...box("meta", be(0, 4), box("hdlr", be(0, 4)), box("iprp", box("ipco", ...sizes))),
];

const FILES = {
  png: [...PNG_START, ...be(640, 4), ...be(480, 4), 8, 6, 0, 0, 0],
  "jpeg with a place in it": [0xff, 0xd8, ...EXIF, ...TABLES, ...FRAME],
  "webp, lossy": riff("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a], le(640, 2), le(480, 2)),
  "webp, lossless": riff("VP8L", [0x2f], le(639 | (479 << 14), 4)),
  "webp, extended": riff("VP8X", [0x10, 0, 0, 0], le(639, 3), le(479, 3)),
  "gif with a comment": [...ascii("GIF89a"), ...le(640, 2), ...le(480, 2), 0x80, 0, 0, 1, 2, 3, 4, 5, 6, ...COMMENT, ...picture(0, 10)],
  avif: avif("avif", ispe(64, 48), ispe(640, 480), box("pixi", be(0, 4))),
} as const;

test.each(Object.entries(FILES))("the size of a picture is in its own header: %s", (name, file) => {
  const mime = `image/${name.split(/[ ,]/)[0]}`;
  expect(pictureHeader(Uint8Array.from(file))).toEqual({ mime, width: 640, height: 480 });
});

test.each(Object.entries(FILES))("cut off anywhere before that, it is no picture: %s", (_name, file) => {
  const whole = Uint8Array.from(file);
  const stated = Array.from({ length: whole.length }, (_, end) => pictureHeader(whole.subarray(0, end)));
  for (const found of stated) expect([undefined, 640]).toContain(found?.width);
  expect(stated.slice(0, 20).every((found) => found === undefined)).toBe(true);
});

test("the picture of a GIF counts where it is larger than its screen", () => {
  const file = [...ascii("GIF87a"), ...le(1, 2), ...le(1, 2), 0, 0, 0, ...picture(1_000, 60_000)];
  expect(pictureHeader(Uint8Array.from(file))).toEqual({ mime: "image/gif", width: 61_000, height: 20 });
});

test.each<[string, readonly number[]]>([
  ["nothing", []],
  ["markup", ascii("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><script>1</script></svg>")],
  ["a page", ascii("<!doctype html><script>alert(1)</script>                  ")],
  ["a bitmap", [...ascii("BM"), ...be(0, 40)]],
  ["a video", avif("mp42", ispe(640, 480))],
  ["HEIC", avif("heic", ispe(640, 480))],
  ["a picture without area", [...PNG_START, ...be(0, 4), ...be(480, 4), 8]],
  ["a JPEG whose scan comes first", [0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0, ...FRAME]],
  ["a JPEG with a segment of no length", [0xff, 0xd8, 0xff, 0xe1, 0, 0, ...FRAME]],
  [
    "an AVIF whose box reaches beyond its end",
    [...box("ftyp", ascii("avif"), be(0, 4)), ...be(999_999, 4), ...ascii("meta"), ...ispe(64, 48)],
  ],
  ["an AVIF of boxes without length", [...box("ftyp", ascii("avif"), be(0, 4)), ...be(4, 4), ...ascii("meta"), ...ispe(64, 48)]],
  ["a WebP of another chunk", riff("ALPH", le(0, 10))],
])("is no picture of a board: %s", (_name, file) => {
  expect(pictureHeader(Uint8Array.from(file))).toBeUndefined();
});
