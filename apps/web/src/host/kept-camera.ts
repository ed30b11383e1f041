// Where this person was on a board when they left it: kept in this browser, told to nobody.
import { type Camera, type Editor, MAX_ZOOM, MIN_ZOOM } from "@inkroom/editor";
import type { Clock } from "@inkroom/sync";
import { type KeyValueStore, parseJson } from "./key-value-store.ts";

const KEY = "inkroom.places";
/** Boards whose places are kept, those left last. */
const MAX_BOARDS = 200;
/** The place is written when the view has rested for so long. */
const REST_MS = 400;

/** The page point in the middle of the screen, and the zoom: windows differ in size. */
type Place = readonly [x: number, y: number, zoom: number];

/**
 * Goes to the kept place as soon as the screen has a size, unless somebody has been quicker, and keeps the place from then on.
 * To be called before anyone else arranges the view. The result writes what is not written yet and stops.
 */
export function keepCamera(id: string, parts: { editor: Editor; store: KeyValueStore; clock: Pick<Clock, "setTimer"> }): () => void {
  const { editor, store, clock } = parts;
  let { camera } = editor.state;
  let isRestored = false;
  let stopTimer: (() => void) | undefined;
  const write = (): void => {
    stopTimer?.();
    stopTimer = undefined;
    writePlace(store, id, placeOf(editor));
  };
  const restore = (): void => {
    isRestored = true;
    const place = readPlaces(store).find(([board]) => board === id)?.[1];
    if (place === undefined || editor.state.camera !== camera) return;
    editor.setCamera(cameraAt(place, editor));
    ({ camera } = editor.state);
  };
  const onEditor = (): void => {
    if (editor.state.viewport.w === 0) return;
    if (!isRestored) restore();
    if (editor.state.camera === camera) return;
    ({ camera } = editor.state);
    stopTimer?.();
    stopTimer = clock.setTimer(REST_MS, write);
  };
  const stopEditor = editor.subscribe(onEditor);
  onEditor();
  return () => {
    stopEditor();
    if (stopTimer !== undefined) write();
  };
}

function placeOf({ state: { camera, viewport } }: Editor): Place {
  return [camera.x + viewport.w / 2 / camera.zoom, camera.y + viewport.h / 2 / camera.zoom, camera.zoom];
}

function cameraAt([x, y, zoom]: Place, { state: { viewport } }: Editor): Camera {
  return { x: x - viewport.w / 2 / zoom, y: y - viewport.h / 2 / zoom, zoom };
}

function writePlace(store: KeyValueStore, id: string, place: Place): void {
  const others = readPlaces(store).filter(([board]) => board !== id);
  store.set(KEY, JSON.stringify([[id, place], ...others].slice(0, MAX_BOARDS)));
}

/** The board left last is first. Entries that make no sense are left out. */
function readPlaces(store: KeyValueStore): readonly (readonly [string, Place])[] {
  const stored = parseJson(store.get(KEY));
  return Array.isArray(stored) ? stored.filter(isEntry) : [];
}

function isEntry(entry: unknown): entry is readonly [string, Place] {
  if (!Array.isArray(entry) || typeof entry[0] !== "string" || !Array.isArray(entry[1])) return false;
  const place: readonly unknown[] = entry[1];
  const [, , zoom] = place;
  return place.length === 3 && place.every((value) => Number.isFinite(value)) && Number(zoom) >= MIN_ZOOM && Number(zoom) <= MAX_ZOOM;
}
