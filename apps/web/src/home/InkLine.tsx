// A line of ink under the headline that draws itself once. Decoration only.

export function InkLine() {
  return (
    <svg className="ink-line" viewBox="0 0 480 32" aria-hidden>
      <path
        pathLength={1}
        d="M6 19C56 8 108 6 139 11c22 4 8 15-6 11-15-5 8-15 45-14 62 1 113 11 167 8 46-2 87-9 129-8"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  );
}
