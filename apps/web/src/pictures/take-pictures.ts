// Files that people bring, as pictures of the board: encoded anew, kept on this device, and on their way to the room.
import { blobHash } from "@inkroom/protocol";
import type { Toast } from "../services.ts";
import { encodePicture } from "./encode-picture.ts";
import type { PictureDesk } from "./picture-desk.ts";
import type { NamedPicture } from "./picture-shapes.ts";
import { pictureWord } from "./words.ts";

export function isPictureFile({ type }: File): boolean {
  return type.startsWith("image/");
}

/** One after the other: several large ones at once would not fit into memory. The person is told of those that are none. */
export async function takePictures(
  files: readonly File[],
  desk: Pick<PictureDesk, "add">,
  toast: (toast: Toast) => void,
): Promise<readonly NamedPicture[]> {
  const taken: NamedPicture[] = [];
  for (const file of files) {
    const picture = await encodePicture(file);
    if (typeof picture === "string") {
      toast({ title: pictureWord(picture, { name: file.name }), kind: "failure" });
      continue;
    }
    const hash = blobHash(new Uint8Array(picture.bytes));
    await desk.add(hash, picture);
    const { mime, width, height, density } = picture;
    taken.push({ hash, mime, width, height, density });
  }
  return taken;
}
