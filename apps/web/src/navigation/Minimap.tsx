// Bottom corner: the board from afar, where there is more of it than the screen shows. Dragged or clicked, it moves the view.
import { createMinimap, type Minimap as MapOfBoard } from "@inkroom/canvas/minimap";
import Hide from "lucide-react/icons/x";
import MapIcon from "lucide-react/icons/map";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { useServices } from "../services.ts";
import { IconButton } from "../ui/IconButton.tsx";
import "./minimap.css";

/** CSS pixels; minimap.css repeats it. */
const SIZE = { w: 176, h: 120 } as const;
/** Part of the view by which an arrow key moves it. */
const KEY_STEP = 0.25;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const HIDDEN_KEY = "inkroom.minimap";

export function Minimap() {
  const board = useBoard();
  const { store, theme } = useServices();
  const [isUseful, setUseful] = useState(false);
  const [isHidden, setHidden] = useState(() => store.get(HIDDEN_KEY) === "hidden");
  const [map, setMap] = useState<MapOfBoard | undefined>(undefined);
  useEffect(() => {
    const made = createMinimap({ editor: board.editor, store: board.store, theme: theme.theme, size: SIZE, onUseful: setUseful });
    setMap(made);
    const stopTheme = theme.subscribe(() => made.setTheme(theme.theme));
    return () => {
      stopTheme();
      made.dispose();
    };
  }, [board, theme]);
  const hide = (next: boolean): void => {
    store.set(HIDDEN_KEY, next ? "hidden" : "shown");
    setHidden(next);
  };
  if (!isUseful || map === undefined) return null;
  if (!isHidden) return <MapCanvas map={map} onHide={() => hide(true)} />;
  return (
    <div className="minimap-corner surface">
      <IconButton icon={MapIcon} label={t("minimap.show")} side="top" onClick={() => hide(false)} />
    </div>
  );
}

function MapCanvas({ map, onHide }: { readonly map: MapOfBoard; readonly onHide: () => void }) {
  const { editor } = useBoard();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLSpanElement>(null);
  const grasped = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  useEffect(() => {
    if (canvas.current !== null && frame.current !== null) map.attach({ canvas: canvas.current, frame: frame.current });
    return () => map.attach(undefined);
  }, [map]);
  const placeOf = (event: PointerEvent<HTMLElement>): { x: number; y: number } => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    if (grasped.current === undefined) return;
    const at = placeOf(event);
    map.moveTo({ x: at.x + grasped.current.x, y: at.y + grasped.current.y });
  };
  const press = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grasped.current = map.grasp(placeOf(event));
    move(event);
  };
  const release = (): void => {
    grasped.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    // Not for the selection on the board as well.
    event.stopPropagation();
    event.preventDefault();
    const { camera, viewport } = editor.state;
    const [x, y] = [(step[0] * KEY_STEP * viewport.w) / camera.zoom, (step[1] * KEY_STEP * viewport.h) / camera.zoom];
    editor.setCamera({ ...camera, x: camera.x + x, y: camera.y + y });
  };
  return (
    <div className="minimap surface">
      <button
        type="button"
        className="minimap-face"
        aria-label={t("minimap.label")}
        aria-description={t("minimap.keys")}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} />
        <span ref={frame} className="minimap-frame" />
      </button>
      <IconButton icon={Hide} className="minimap-hide" label={t("minimap.hide")} side="top" onClick={onHide} />
    </div>
  );
}
