// Excalidraw with the benchmark's strokes. globalThis.bench is what the benchmark drives it by.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { CaptureUpdateAction, Excalidraw } from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";

const COLORS = ["#1e1e1e", "#868e96", "#e03131", "#e8590c", "#f08c00", "#2f9e44"];

function elementOf(stroke, id, at) {
  const points = [];
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (let i = 0; i < stroke.points.length; i += 2) {
    const [x, y] = [stroke.points[i], stroke.points[i + 1]];
    points.push([x, y]);
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return {
    id,
    type: "freedraw",
    x: stroke.x,
    y: stroke.y,
    width: right - left,
    height: bottom - top,
    angle: 0,
    strokeColor: COLORS[stroke.color],
    backgroundColor: "transparent",
    fillStyle: "solid",
    strokeWidth: 1,
    strokeStyle: "solid",
    roughness: 1,
    opacity: 100,
    groupIds: [],
    frameId: null,
    index: null,
    roundness: null,
    seed: at + 1,
    version: 1 + stroke.points.length,
    versionNonce: at + stroke.points.length,
    isDeleted: false,
    boundElements: null,
    updated: 1,
    link: null,
    locked: false,
    points,
    pressures: [],
    simulatePressure: true,
    lastCommittedPoint: points.at(-1),
  };
}

let resting = [];

function excalidrawAPI(api) {
  globalThis.bench = {
    load(strokes) {
      resting = strokes.map((stroke, i) => elementOf(stroke, `b${i}`, i));
      const appState = { scrollX: 720, scrollY: 450, zoom: { value: 1 } };
      api.updateScene({ elements: resting, appState, captureUpdate: CaptureUpdateAction.NEVER });
      return api.getSceneElements().length;
    },
    selectPen() {
      api.setActiveTool({ type: "freedraw" });
    },
    /** Sets the points of strokes under other people's pens, as the collaboration code does. */
    setOthers(strokes) {
      const live = strokes.map(({ id, stroke }, i) => elementOf(stroke, id, 1_000_000 + i));
      const ids = new Set(live.map(({ id }) => id));
      const kept = api.getSceneElementsIncludingDeleted().filter(({ id }) => !ids.has(id));
      api.updateScene({ elements: [...kept, ...live], captureUpdate: CaptureUpdateAction.NEVER });
    },
  };
}

createRoot(document.getElementById("root")).render(createElement(Excalidraw, { excalidrawAPI }));
