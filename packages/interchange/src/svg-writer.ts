// Writes shapes as an SVG document, from the same display lists that the canvas paints: paths, plain text and pictures that it
// carries itself, and links to the web; no foreign elements, no scripts.
import { type Box, boxCenter, smoothClosedPath } from "@inkroom/geometry";
import {
  clipOf,
  type DisplayItem,
  fontFamily,
  fontWeight,
  type ImageItem,
  isLink,
  type LineMeasurer,
  type Paint,
  type PathData,
  type PathItem,
  type Shape,
  shapeKindOf,
  type TextItem,
} from "@inkroom/shapes";
import type { PictureOf } from "./picture-ports.ts";
import { xmlText } from "./xml-text.ts";

export type SvgOptions = {
  /** The part of the page to show; one page unit is one CSS pixel of the picture. */
  readonly area: Box;
  /** A CSS colour for a paint of a display list. */
  readonly colorOf: (paint: Paint) => string;
  /** A CSS colour behind everything; absent: transparent. */
  readonly background?: string | undefined;
  /** What is printed on the paper, over the background: strokes with round ends, page space. Absent: nothing. */
  readonly marks?: readonly Mark[] | undefined;
  /** Breaks text of a fixed width as the canvas does. */
  readonly measureLine?: LineMeasurer | undefined;
  /** A picture as a `data:` address; undefined, and without this for all of them: a quiet box in its place. */
  readonly pictureOf?: PictureOf | undefined;
  /** CSS that brings the board's font along, used where there is text. */
  readonly fontCss?: string | undefined;
};

type Mark = { readonly path: PathData; readonly color: string; readonly width: number; readonly opacity: number };

const ANCHORS = { left: "start", center: "middle", right: "end" } as const;
/** Of a line that is read from the right, the start is on the right. */
const OPPOSITE = { left: "right", center: "center", right: "left" } as const;
const DEGREES = 180 / Math.PI;

/** `shapes`: bottom first. */
export function writeSvg(shapes: Iterable<Shape>, options: SvgOptions): string {
  const { area, background, fontCss } = options;
  const groups: string[] = [];
  const clips = new Clips();
  let hasText = false;
  for (const shape of shapes) {
    const list = shapeKindOf(shape).displayList(shape, options.measureLine);
    hasText ||= list.some(({ kind }) => kind === "text");
    const drawn = `<g${placeOf(shape)}>${list.map((item) => writeItem(item, options, isLink(shape.link))).join("")}</g>`;
    groups.push(
      linked(
        shape,
        (clipOf(shape) ?? []).reduce((inner, outline) => clips.around(inner, outline), drawn),
      ),
    );
  }
  const [x, y, w, h] = [area.x, area.y, area.w, area.h].map(number) as [string, string, string, string];
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}">`,
    ...(hasText && fontCss !== undefined ? [`<style>${xmlText(fontCss)}</style>`] : []),
    ...(background === undefined ? [] : [`<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${xmlText(background)}"/>`]),
    ...(options.marks ?? []).map(writeMark),
    ...clips.definitions(),
    ...groups,
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}

/** Places on the board are nowhere in a picture of it. */
function linked({ link }: Pick<Shape, "link">, drawn: string): string {
  if (!isLink(link) || link.startsWith("#")) return drawn;
  return `<a href="${xmlText(link)}" target="_blank" rel="noopener noreferrer">${drawn}</a>`;
}

/** The outlines that cut shapes off, each written once. */
class Clips {
  readonly #names = new Map<string, string>();

  around(drawn: string, outline: readonly number[]): string {
    const path = `M ${outline.map(number).join(" ")} Z`;
    const name = this.#names.get(path) ?? `frame-${this.#names.size + 1}`;
    this.#names.set(path, name);
    return `<g clip-path="url(#${name})">${drawn}</g>`;
  }

  definitions(): readonly string[] {
    return [...this.#names].map(([path, name]) => `<clipPath id="${name}"><path d="${path}"/></clipPath>`);
  }
}

/** Local space to the page, and how much of the shape shows through as one piece. */
function placeOf(shape: Shape): string {
  const center = boxCenter(shapeKindOf(shape).frame(shape));
  const turn = shape.rotation === 0 ? "" : ` rotate(${number(shape.rotation * DEGREES)} ${number(center.x)} ${number(center.y)})`;
  const opacity = shape.opacity < 1 ? ` opacity="${number(shape.opacity)}"` : "";
  return ` transform="translate(${number(shape.x)} ${number(shape.y)})${turn}"${opacity}`;
}

/** `isInLink`: it is in a link as a whole, in which there are no others. */
function writeItem(item: DisplayItem, { colorOf, pictureOf }: Pick<SvgOptions, "colorOf" | "pictureOf">, isInLink: boolean): string {
  switch (item.kind) {
    case "text":
      return linked({ link: isInLink ? "" : inAscii(item.href ?? "") }, writeText(item, colorOf));
    case "path":
      return writePath(item, colorOf);
    case "ink":
      return writePath({ kind: "path", path: smoothClosedPath(item.outline), fill: item.fill }, colorOf);
    case "image":
      return writeImage(item, pictureOf?.(item.blob), colorOf);
    default:
      return item satisfies never;
  }
}

/** A window of the target's size onto the picture, which is a thousand units wide and high behind it. */
function writeImage({ source, target, flipX, flipY }: ImageItem, picture: string | undefined, colorOf: SvgOptions["colorOf"]): string {
  const { x, y, w, h } = target;
  if (picture?.startsWith("data:image/") !== true) {
    const quiet = xmlText(colorOf({ color: "grey", shade: "tint" }));
    return `<path d="M ${number(x)} ${number(y)} h ${number(w)} v ${number(h)} h ${number(-w)} Z" fill="${quiet}"/>`;
  }
  const part = [source.x, source.y, source.w, source.h].map((share) => number(share * 1000)).join(" ");
  const window = `width="${number(w)}" height="${number(h)}" viewBox="${part}" preserveAspectRatio="none"`;
  const image = `<image width="1000" height="1000" preserveAspectRatio="none" href="${xmlText(picture)}"/>`;
  const place = `translate(${number(x + (flipX ? w : 0))} ${number(y + (flipY ? h : 0))}) scale(${flipX ? -1 : 1} ${flipY ? -1 : 1})`;
  return `<g transform="${place}"><svg ${window}>${image}</svg></g>`;
}

function writeMark({ path, color, width, opacity }: Mark): string {
  const look = `stroke="${xmlText(color)}" stroke-width="${number(width)}" stroke-opacity="${number(opacity)}" stroke-linecap="round"`;
  return `<path d="${pathOf(path)}" fill="none" ${look}/>`;
}

function pathOf(path: PathData): string {
  return path.map((part) => (typeof part === "number" ? number(part) : part)).join(" ");
}

function writePath({ path, fill, stroke }: PathItem, colorOf: SvgOptions["colorOf"]): string {
  const inside = fill === undefined ? "none" : xmlText(colorOf(fill));
  return `<path d="${pathOf(path)}" fill="${inside}"${stroke === undefined ? "" : strokeOf(stroke, colorOf)}/>`;
}

function strokeOf({ paint, width, dash }: NonNullable<PathItem["stroke"]>, colorOf: SvgOptions["colorOf"]): string {
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash.map(number).join(" ")}"`;
  const color = xmlText(colorOf(paint));
  return ` stroke="${color}" stroke-width="${number(width)}" stroke-linecap="round" stroke-linejoin="round"${dashes}`;
}

function writeText({ lines, fontSize, align, face, paint, isRtl }: TextItem, colorOf: SvgOptions["colorOf"]): string {
  const slant = face.italic ? ' font-style="italic"' : "";
  const font = `font-family="${xmlText(fontFamily(face.font))}" font-weight="${fontWeight(face)}" font-size="${number(fontSize)}"${slant}`;
  const anchor = isRtl === true ? `direction="rtl" text-anchor="${ANCHORS[OPPOSITE[align]]}"` : `text-anchor="${ANCHORS[align]}"`;
  const look = `${anchor} fill="${xmlText(colorOf(paint))}" style="white-space:pre"`;
  const spans = lines.filter(({ text }) => text !== "").map(writeLine);
  return `<text ${font} ${look}>${spans.join("")}</text>`;
}

/** An address that people wrote, as it stands in links. */
function inAscii(href: string): string {
  return href.replace(/[^!-~]/gu, encodeURIComponent);
}

function writeLine({ text, x, y }: TextItem["lines"][number]): string {
  return `<tspan x="${number(x)}" y="${number(y)}">${xmlText(text)}</tspan>`;
}

/** A thousandth of a page unit is less than a pixel at the closest zoom. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0);
}
