// Small pictures of what a style choice does: drawn, because words for line styles are slower to read.
import type { EraserName } from "@inkroom/editor";
import type { CornerName, DashName, FillName, SizeName } from "@inkroom/shapes";

const WIDTHS: Readonly<Record<SizeName, number>> = { s: 1.5, m: 2.5, l: 4, xl: 6 };
const DASHES: Readonly<Record<DashName, string | undefined>> = { solid: undefined, dashed: "3.600 4.200", dotted: "0.100 4.700" };
const FILLS: Readonly<Record<FillName, number>> = { none: 0, semi: 0.28, solid: 1 };

export function SizeGlyph({ size }: { readonly size: SizeName }) {
  return (
    <svg width="24" height="20" viewBox="0 0 24 20" aria-hidden>
      <path d="M4 13c3.500-8 6.500-8 8-3s4.500 5 8-3" fill="none" stroke="currentColor" strokeWidth={WIDTHS[size]} strokeLinecap="round" />
    </svg>
  );
}

export function DashGlyph({ dash }: { readonly dash: DashName }) {
  return (
    <svg width="24" height="20" viewBox="0 0 24 20" aria-hidden>
      <path
        d="M2.500 10h19.200"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.250"
        strokeLinecap="round"
        strokeDasharray={DASHES[dash]}
      />
    </svg>
  );
}

export function FillGlyph({ fill }: { readonly fill: FillName }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <rect
        x="3.500"
        y="3.500"
        width="13"
        height="13"
        rx="3"
        fill="currentColor"
        fillOpacity={FILLS[fill]}
        stroke="currentColor"
        strokeWidth="1.750"
      />
    </svg>
  );
}

/** The top left corner of a box. */
export function CornersGlyph({ corners }: { readonly corners: CornerName }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <path
        d={corners === "rounded" ? "M4 16.500V11A7 7 0 0 1 11 4H16.500" : "M4 16.500V4H16.500"}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** A stroke that goes as a whole, or one with a gap. */
export function EraserGlyph({ eraser }: { readonly eraser: EraserName }) {
  const stroke = { fill: "none", stroke: "currentColor", strokeWidth: 2.5, strokeLinecap: "round" } as const;
  return (
    <svg width="24" height="20" viewBox="0 0 24 20" aria-hidden>
      {eraser === "whole" ? (
        <path d="M4 13c3.500-8 6.500-8 8-3s4.500 5 8-3" {...stroke} strokeDasharray="0.100 4.200" />
      ) : (
        <>
          <path d="M4 13c1.500-3.400 2.900-5.400 4.200-6" {...stroke} />
          <path d="M15 12.600c1.700 0.300 3.300-1.700 5-5.600" {...stroke} />
        </>
      )}
    </svg>
  );
}
