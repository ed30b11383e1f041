// A row of buttons that is one stop for the Tab key, as a toolbar is to be: arrow keys, Home and End go along it.
import { type FocusEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";

type ButtonRowProps = { readonly label: string; readonly className: string; readonly children: ReactNode };

/** The stop is the button that has the focus, else the one that is checked. Buttons that come later are to have tabIndex -1. */
export function ButtonRow({ label, className, children }: ButtonRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (row.current !== null) markStop(row.current);
  });
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (!currentTarget.contains(relatedTarget)) markStop(currentTarget, relatedTarget);
  };
  return (
    <div
      ref={row}
      role="toolbar"
      aria-label={label}
      className={className}
      onKeyDown={goAlong}
      onFocus={(event) => markStop(event.currentTarget)}
      onBlur={onBlur}
    >
      {children}
    </div>
  );
}

function buttonsIn(row: Element): readonly HTMLButtonElement[] {
  return [...row.querySelectorAll("button")];
}

/** `focused`: what has the focus; while it goes from one element to the next, the browser says that nothing has it. */
function markStop(row: Element, focused: Element | null = document.activeElement): void {
  const buttons = buttonsIn(row);
  const stop = buttons.find((button) => button === focused) ?? buttons.find((button) => button.ariaChecked === "true") ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const buttons = buttonsIn(event.currentTarget);
  const here = buttons.findIndex((button) => button === event.target);
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  const places: Readonly<Record<string, number>> = { [forward]: here + 1, [backward]: here - 1, Home: 0, End: -1 };
  const place = places[event.key];
  if (place === undefined || here < 0) return;
  event.preventDefault();
  // Round the ends.
  buttons.at(place % buttons.length)?.focus();
}
