import { readBoardFile, writeBoardFile } from "@inkroom/interchange";
import { fixture } from "@inkroom/shapes/testing";
import { expect, test } from "vitest";
import { FilePictures } from "./file-pictures.ts";

const PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const deskOf = (claimed: readonly string[] = []) => {
  const added: string[] = [];
  const add = async (hash: string): Promise<void> => void added.push(hash);
  const claim = async (hash: string): Promise<boolean> => claimed.includes(hash);
  return { added, desk: async () => ({ add, claim }) };
};

test("a picture in a file is named by its bytes, whatever it says it is", () => {
  const picture = new FilePictures().read(PIXEL);
  expect(picture).toMatchObject({ mime: "image/png", width: 1, height: 1, blob: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(new FilePictures().read(PIXEL.replace("image/png", "image/webp"))).toEqual(picture);
});

test.each([
  ["another site", "https://example.org/cat.png"],
  ["script", "javascript:alert(1)"],
  ["markup", `data:image/svg+xml;base64,${btoa("<svg xmlns='http://www.w3.org/2000/svg'/>")}`],
  ["a page", `data:text/html;base64,${btoa("<script>1</script>")}`],
  ["no base64", "data:image/png;base64,%%%"],
  ["a header that is cut off", PIXEL.slice(0, 40)],
])("is no picture: %s", (_what, address) => {
  expect(new FilePictures().read(address)).toBeUndefined();
});

test("a board file brings its pictures along; one that is not what it is named, or is nowhere, is left out", async () => {
  const blob = new FilePictures().read(PIXEL)?.blob ?? "";
  const shapes = [fixture("image", { id: "own", blob }), fixture("image", { id: "gone", blob: "f".repeat(64) }), fixture("rect")];
  const text = writeBoardFile(shapes, { pictureOf: () => PIXEL });
  const pictures = new FilePictures();
  const reading = readBoardFile(text, { readPicture: pictures.read });
  if (reading.kind !== "board") throw new Error("refused");
  const { added, desk } = deskOf();
  const settled = await pictures.settle(reading.shapes, desk);
  expect(settled.map(({ id }) => id).sort()).toEqual(["own", "rect"]);
  expect(added).toEqual([blob]);
  const elsewhere = deskOf(["f".repeat(64)]);
  expect(await pictures.settle(reading.shapes, elsewhere.desk)).toHaveLength(3);
});
