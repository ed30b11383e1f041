// How long ago something was, in words.

const STEPS: readonly { readonly unit: Intl.RelativeTimeFormatUnit; readonly ms: number }[] = [
  { unit: "year", ms: 365 * 86_400_000 },
  { unit: "month", ms: 30 * 86_400_000 },
  { unit: "week", ms: 7 * 86_400_000 },
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
];

/** "yesterday", "3 hours ago", "now". Both times in ms since the Unix epoch; the future counts as now. */
export function describeAge(thenMs: number, nowMs: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const age = Math.max(0, nowMs - thenMs);
  const step = STEPS.find(({ ms }) => age >= ms);
  return step === undefined ? format.format(0, "second") : format.format(-Math.floor(age / step.ms), step.unit);
}
