// The whole screen for the page, where the browser allows it. All else works without.
import { useEffect, useRef, useState } from "react";

export type FullScreen = { readonly isPossible: boolean; readonly isOn: boolean; toggle(): void };

/** `onLeft`: the person has left it by the browser's own means (Escape, a gesture). Left for good with the component. */
export function useFullScreen(onLeft: () => void): FullScreen {
  const [isOn, setOn] = useState(document.fullscreenElement !== null);
  const isOwnWish = useRef(false);
  useEffect(() => {
    const onChange = (): void => {
      const isFull = document.fullscreenElement !== null;
      setOn(isFull);
      if (!isFull && !isOwnWish.current) onLeft();
      isOwnWish.current = false;
    };
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, [onLeft]);
  useEffect(() => () => leave(), []);
  return {
    isPossible: document.fullscreenEnabled,
    isOn,
    toggle() {
      // A browser may refuse; then the slides go on as they are.
      if (document.fullscreenElement === null) document.documentElement.requestFullscreen().catch(() => undefined);
      else {
        isOwnWish.current = true;
        leave();
      }
    },
  };
}

function leave(): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
}
