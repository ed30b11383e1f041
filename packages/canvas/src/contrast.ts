// How well two colours can be told apart, and what can be read on one.

/** The colour of small text on a ground: whichever of black and white ink has the larger contrast. */
export function textColorOn(ground: string): string {
  const light = "#ffffff";
  const dark = "#17181b";
  return contrastRatio(light, ground) >= contrastRatio(dark, ground) ? light : dark;
}

/** WCAG contrast of two #rrggbb colours, 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = channelsOf(hex).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Red, green and blue of #rrggbb, 0 to 255 each. */
export function channelsOf(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
