// The colour of one pixel of what is painted of the board.
import { type CustomColor, isCustomColor } from "@inkroom/shapes";

/** Undefined where nothing is painted. In client pixels. */
export function pixelAt(clientX: number, clientY: number): CustomColor | undefined {
  const sheet = document.createElement("canvas");
  sheet.width = 1;
  sheet.height = 1;
  const pen = sheet.getContext("2d");
  if (pen === null) return undefined;
  // What rests, and what moves; frames and pointers lie over them.
  for (const canvas of [...document.querySelectorAll<HTMLCanvasElement>(".paint canvas")].slice(0, 2)) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const [x, y] = [((clientX - left) / width) * canvas.width, ((clientY - top) / height) * canvas.height];
    pen.drawImage(canvas, Math.floor(x), Math.floor(y), 1, 1, 0, 0, 1, 1);
  }
  const [r = 0, g = 0, b = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  const hex = `#${[r, g, b].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  return alpha === 255 && isCustomColor(hex) ? hex : undefined;
}
