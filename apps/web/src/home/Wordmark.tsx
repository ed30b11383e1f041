// The sign and name of the app.
import { t } from "../i18n/translate.ts";
import "./wordmark.css";

export function Wordmark() {
  return (
    <span className="wordmark">
      <LogoSign size={28} />
      {t("app.name")}
    </span>
  );
}

/** The sign alone: a stroke of ink. `size` in CSS pixels. */
export function LogoSign({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <path
        d="M7.500 20.800c3.300-8.900 6.600-10.800 7.700-8.900 1.400 2.400-3.700 9-1.200 9.700 2.400.7 4.500-6.500 6.700-5.800 1.600.5-.3 4.200 3.800 3.400"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.800"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
