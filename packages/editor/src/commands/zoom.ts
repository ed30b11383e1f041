// Zooming about the middle of the screen.
import { steppedZoom, zoomAt } from "../camera.ts";
import type { EditorContext } from "../context.ts";
import type { Command } from "./command.ts";

function zoomTo(context: EditorContext, zoom: number): void {
  const { camera, viewport } = context.state;
  context.editor.setCamera(zoomAt(camera, { x: viewport.w / 2, y: viewport.h / 2 }, zoom));
}

export const zoomIn: Command = {
  id: "view.zoom-in",
  keys: [{ key: "=", mod: true }, { key: "=" }, { key: "=", mod: true, shift: true }, { key: "+", mod: true }, { key: "+" }],
  tldrawKeys: [{ key: "=" }, { key: "=", mod: true }, { key: "=", mod: true, shift: true }, { key: "+", mod: true }, { key: "+" }],
  isEnabled: () => true,
  run: (context) => zoomTo(context, steppedZoom(context.state.camera.zoom, 1)),
};

export const zoomOut: Command = {
  id: "view.zoom-out",
  keys: [{ key: "-", mod: true }, { key: "-" }, { key: "-", mod: true, shift: true }],
  tldrawKeys: [{ key: "-" }, { key: "-", mod: true }, { key: "-", mod: true, shift: true }],
  isEnabled: () => true,
  run: (context) => zoomTo(context, steppedZoom(context.state.camera.zoom, -1)),
};

export const zoom100: Command = {
  id: "view.zoom-100",
  keys: [
    { key: "0", mod: true },
    { key: "0", shift: true },
  ],
  tldrawKeys: [
    { key: "0", shift: true },
    { key: "0", mod: true },
  ],
  isEnabled: () => true,
  run: (context) => zoomTo(context, 1),
};
