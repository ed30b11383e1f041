// Small pictures of what a style choice does: drawn, because words for line styles are slower to read.
import type { EraserName } from "@inkroom/editor";
import type { CornerName, DashName, FillName, RoughnessName, RouteName, SizeName } from "@inkroom/shapes";

const WIDTHS: Readonly<Record<SizeName, number>> = { s: 1.5, m: 2.5, l: 4, xl: 6 };
const DASHES: Readonly<Record<DashName, string | undefined>> = { solid: undefined, dashed: "3.600 4.200", dotted: "0.100 4.700" };
const FILLS: Readonly<Record<FillName, number>> = { none: 0, semi: 0.28, solid: 1, hachure: 0, "cross-hatch": 0, dots: 0 };
const PATTERNS: Readonly<Partial<Record<FillName, string>>> = {
  hachure: "M4 9L9 4M4 13.500L13.500 4M6.500 16L16 6.500M11 16L16 11",
  "cross-hatch": "M4 9L9 4M4 13.500L13.500 4M6.500 16L16 6.500M11 16L16 11M11 4L16 9M6.500 4L16 13.500M4 6.500L13.500 16M4 11L9 16",
  dots: "M7 7h.010M10 7h.010M13 7h.010M7 10h.010M10 10h.010M13 10h.010M7 13h.010M10 13h.010M13 13h.010",
};
const HANDS: Readonly<Record<RoughnessName, string>> = {
  none: "M3 10H21",
  little: "M3 10.500C8 7.500 15 12.500 21 9",
  much: "M2.500 12C7 5 14 16 21.500 7.500M3.500 8.500C10 13.500 15 6 20.500 12.500",
};

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
      <path d={PATTERNS[fill]} stroke="currentColor" strokeWidth={fill === "dots" ? 1.6 : 1} strokeLinecap="round" />
    </svg>
  );
}

/** A line, as with a ruler or as with a hand. */
export function RoughnessGlyph({ roughness }: { readonly roughness: RoughnessName }) {
  return (
    <svg width="24" height="20" viewBox="0 0 24 20" aria-hidden>
      <path d={HANDS[roughness]} fill="none" stroke="currentColor" strokeWidth="1.500" strokeLinecap="round" />
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

const ROUTES: Readonly<Record<RouteName, string>> = {
  sharp: "M3 15.500L10 5L14.500 13L21 4.500",
  curved: "M3 15.500C6 2.500 10 2.500 12 10S18 17.500 21 4.500",
  elbow: "M3 15.500H9A3 3 0 0 0 12 12.500V7.500A3 3 0 0 1 15 4.500H21",
};

export function RouteGlyph({ route }: { readonly route: RouteName }) {
  return (
    <svg width="24" height="20" viewBox="0 0 24 20" aria-hidden>
      <path d={ROUTES[route]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
