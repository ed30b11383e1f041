// A small picture of an arrow's end, drawn from the head itself.
import { headInk, type HeadName, headTrim } from "@inkroom/shapes";

const SIZE = { w: 24, h: 20 };
const WIDTH = 1.75;
const HEAD_LENGTH = 10;
const MARGIN = 2.5;

type HeadGlyphProps = {
  readonly head: HeadName | "mixed";
  /** Which end of the arrow it is at. */
  readonly end: "start" | "end";
};

export function HeadGlyph({ head, end }: HeadGlyphProps) {
  const name = head === "mixed" ? "none" : head;
  const y = SIZE.h / 2;
  const tip = { x: SIZE.w - MARGIN, y };
  const ink = headInk(name, { tip, from: { x: 0, y }, length: HEAD_LENGTH });
  const shaft = tip.x - headTrim(name) * HEAD_LENGTH;
  return (
    <svg width={SIZE.w} height={SIZE.h} viewBox={`0 0 ${SIZE.w} ${SIZE.h}`} aria-hidden>
      <g
        transform={end === "start" ? `translate(${SIZE.w} 0) scale(-1 1)` : undefined}
        stroke="currentColor"
        strokeWidth={WIDTH}
        strokeLinecap="round"
        strokeLinejoin="round"
        fill="none"
      >
        <path d={`M${MARGIN} ${y}H${shaft}`} strokeDasharray={head === "mixed" ? "0.100 4" : undefined} />
        {ink.map(({ corners, closed, filled }, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- reason: the parts of a head never change places
          <path key={i} d={`M${corners.join(" ")}${closed ? "Z" : ""}`} {...(filled ? { fill: "currentColor", stroke: "none" } : {})} />
        ))}
      </g>
    </svg>
  );
}
