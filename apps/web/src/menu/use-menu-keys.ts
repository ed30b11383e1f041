// The keys that walk a menu, each done before the next one.
import { type KeyboardEvent, useState } from "react";
import { placeAfter, placeOfTyped, TypedName } from "./menu-walk.ts";

const ITEMS = '[role^="menuitem"]:not([data-disabled])';

/**
 * For the content of a menu. Radix moves the focus from a timer, which a browser leaves until it has painted a frame. Where that takes
 * longer than the next key, that key met the item before: Enter did what it stands for, an arrow opened no submenu, and a timer that was
 * late took the focus out of a submenu again.
 */
export function useMenuKeys() {
  const [typed] = useState(() => new TypedName());
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>): void => {
    const menu = event.currentTarget;
    // Keys in a submenu pass here as well.
    if (!(event.target instanceof HTMLElement) || event.target.closest('[role="menu"]') !== menu) return;
    const items = [...menu.querySelectorAll<HTMLElement>(ITEMS)];
    const place = placeOf(event, items, typed);
    if (place === undefined) return;
    // With that Radix does nothing about the key.
    event.preventDefault();
    items[place]?.focus();
  };
  return { onKeyDownCapture };
}

function placeOf(event: KeyboardEvent, items: readonly HTMLElement[], typed: TypedName): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const current = items.findIndex((item) => item === event.target);
  if (event.key.length > 1) return event.shiftKey ? undefined : placeAfter(event.key, items.length, current);
  const name = typed.add(event.key, event.timeStamp);
  if (name === undefined) return undefined;
  return placeOfTyped(
    name,
    items.map((item) => item.textContent.trim()),
    current,
  );
}
