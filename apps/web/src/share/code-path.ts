// A link as a QR code, for a picture: what a phone's camera reads.
import encodeQR from "qr";

/** White around the code, in its squares: readers want four. */
const BORDER = 4;

export type CodePicture = {
  /** Side in squares, with the white around it. */
  readonly side: number;
  /** SVG path of the dark squares, one unit each. */
  readonly path: string;
};

/** Throws where the text is longer than a code holds, about 2,300 letters. */
export function codePicture(text: string): CodePicture {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: BORDER });
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join("");
  return { side: rows.length, path };
}

/** Where dark squares follow each other, and how many: one piece each, or hairlines show between them. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
