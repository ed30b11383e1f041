export { fetchOverlay } from "./late-overlay.ts";
export type { PictureShelf } from "./picture-shelf.ts";
export type { CanvasPeer, DraftPort, PeerPort } from "./ports.ts";
export { createScene, type Scene, type SceneOptions, type SceneStats } from "./scene.ts";
export { createTextMeasurer } from "./text-measurer.ts";
export { paintColor, type Theme, type ThemeName, THEMES } from "./theme.ts";
export type { TileWorkerPort } from "./tiles/tile-messages.ts";
