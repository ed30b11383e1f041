// Whether the pointer has rested for a while: what is in the way of the slide goes then.
import { useEffect, useState } from "react";

const REST_MS = 2_500;

export function useResting(): boolean {
  const [isResting, setResting] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    let last = "";
    const wake = (event?: PointerEvent): void => {
      // Browsers tell of moves that are none, when what lies under the pointer has changed.
      const place = `${event?.clientX} ${event?.clientY}`;
      if (event?.type === "pointermove" && place === last) return;
      last = place;
      setResting(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setResting(true), REST_MS);
    };
    wake();
    window.addEventListener("pointermove", wake, { capture: true });
    window.addEventListener("pointerdown", wake, { capture: true });
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("pointermove", wake, { capture: true });
      window.removeEventListener("pointerdown", wake, { capture: true });
    };
  }, []);
  return isResting;
}
