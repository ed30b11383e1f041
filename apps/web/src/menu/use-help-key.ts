// "?" opens the list of shortcuts, wherever the focus is except in a field.
import { useEffect, useRef } from "react";

export function useHelpKey(onPress: () => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea") !== null;
      if (event.key === "?" && !isTyping && !event.isComposing) latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
