// A line that is cut off where there is no more room.

/** Cut between what people see as characters. `fits`: whether there is room for a line. */
export function shortened(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line;
  const letters = [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(line)].map(({ segment }) => segment);
  while (letters.length > 0 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
