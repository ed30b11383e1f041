// tldraw with the benchmark's strokes. globalThis.bench is what the benchmark drives it by.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { b64Vecs, createShapeId, Tldraw } from "tldraw";
import "tldraw/tldraw.css";

const COLORS = ["black", "grey", "red", "orange", "yellow", "green"];

function segmentOf(flat) {
  const points = [];
  for (let i = 0; i < flat.length; i += 2) points.push({ x: flat[i], y: flat[i + 1], z: 0.5 });
  return { type: "free", path: b64Vecs.encodePoints(points) };
}

function shapeOf(stroke, id, isComplete = true) {
  const props = { color: COLORS[stroke.color], size: "m", isComplete, isPen: false, segments: [segmentOf(stroke.points)] };
  return { id: createShapeId(id), type: "draw", x: stroke.x, y: stroke.y, props };
}

function onMount(editor) {
  // The page holds one in-memory board of any size.
  Object.assign(editor.options, { maxShapesPerPage: Number.MAX_SAFE_INTEGER });
  globalThis.bench = {
    load(strokes) {
      editor.run(() => editor.createShapes(strokes.map((stroke, i) => shapeOf(stroke, `b${i}`))), { history: "ignore" });
      editor.setCamera({ x: 720, y: 450, z: 1 });
      return editor.getCurrentPageShapeIds().size;
    },
    selectPen() {
      editor.setCurrentTool("draw");
    },
    /** Sets the points of strokes under other people's pens, as a sync store would. */
    setOthers(strokes) {
      editor.store.mergeRemoteChanges(() => {
        editor.run(
          () => {
            for (const { id, stroke } of strokes) {
              const shape = shapeOf(stroke, id, false);
              if (editor.getShape(shape.id) === undefined) editor.createShapes([shape]);
              else editor.updateShapes([shape]);
            }
          },
          { history: "ignore" },
        );
      });
    },
  };
}

createRoot(document.getElementById("root")).render(createElement(Tldraw, { onMount }));
