// Paints the picture of an image item, or what stands for it until it is there.
import type { ImageItem, Paint } from "@inkroom/shapes";
import { paintColor, type Theme } from "./theme.ts";
import type { Pen } from "./tiles/sheet.ts";

const QUIET: Paint = { color: "grey", shade: "tint" };
const SIGN: Paint = { color: "grey", shade: "full" };
/** Side of the sign in a box without a picture, as a share of the box's shorter side; and at most, page units. */
const SIGN_SHARE = 0.3;
const MAX_SIGN = 64;

export function paintImage(pen: Pen, { source, target, flipX, flipY }: ImageItem, picture: ImageBitmap): void {
  const { width, height } = picture;
  const [sx, sy] = [source.x * width, source.y * height];
  pen.save();
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = "high";
  pen.translate(target.x + (flipX ? target.w : 0), target.y + (flipY ? target.h : 0));
  pen.scale(flipX ? -1 : 1, flipY ? -1 : 1);
  pen.drawImage(
    picture,
    sx,
    sy,
    Math.min(source.w * width, width - sx),
    Math.min(source.h * height, height - sy),
    0,
    0,
    target.w,
    target.h,
  );
  pen.restore();
}

/** A quiet box with the sign of a picture: a frame, a sun and hills. */
export function paintMissing(pen: Pen, { target }: Pick<ImageItem, "target">, theme: Theme): void {
  const { x, y, w, h } = target;
  const side = Math.min(MAX_SIGN, Math.min(w, h) * SIGN_SHARE);
  const at = (share: number): [number, number] => [x + w / 2 + (share - 0.5) * side, y + h / 2 - side / 2];
  const point = (across: number, down: number): [number, number] => [at(across)[0], at(across)[1] + down * side];
  pen.fillStyle = paintColor(theme, QUIET);
  pen.fillRect(x, y, w, h);
  pen.strokeStyle = paintColor(theme, SIGN);
  pen.lineWidth = side / 14;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.setLineDash([]);
  pen.beginPath();
  pen.roundRect(...point(0, 0.1), side, side * 0.8, side / 8);
  pen.moveTo(...point(0.08, 0.8));
  pen.lineTo(...point(0.36, 0.5));
  pen.lineTo(...point(0.55, 0.68));
  pen.lineTo(...point(0.7, 0.55));
  pen.lineTo(...point(0.92, 0.76));
  pen.moveTo(...point(0.76, 0.32));
  pen.arc(...point(0.68, 0.32), side * 0.08, 0, 2 * Math.PI);
  pen.stroke();
}
