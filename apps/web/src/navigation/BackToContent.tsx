// Nothing of the board is in view: one button leads back to it.
import Locate from "lucide-react/icons/locate-fixed";
import { useEffect, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import "./navigation.css";

/** The view has to rest for so long: nobody is lost who is still on their way, ms. */
const REST_MS = 300;

export function BackToContent() {
  const { editor, store } = useBoard();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    let { camera, viewport } = editor.state;
    const look = (): void => setLost(editor.isLost());
    const wait = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, REST_MS);
    };
    const stops = [
      editor.subscribe(() => {
        if (editor.state.camera === camera && editor.state.viewport === viewport) return;
        ({ camera, viewport } = editor.state);
        wait();
      }),
      store.subscribe(wait),
    ];
    wait();
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [editor, store]);
  if (!isLost) return null;
  return (
    <button type="button" className="button surface back-to-content" onClick={() => void editor.run("view.zoom-fit")}>
      <Locate size={16} strokeWidth={2} aria-hidden />
      {t("board.back")}
    </button>
  );
}
