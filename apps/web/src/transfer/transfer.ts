// Brings shapes onto the board and takes them away: over the clipboard and as files. Tells the person what did not work.
import { createTextMeasurer, paintColor, THEMES, type ThemeName } from "@inkroom/canvas";
import { createLineMeasurer } from "@inkroom/canvas/picture";
import { type Editor, formatShortcut, screenToPage, type TransferRequest } from "@inkroom/editor";
import { insertable } from "@inkroom/editor/insertion";

import {
  BOARD_FILE_ENDING,
  BOARD_FILE_MIME,
  EXCALIDRAW_CLIPBOARD_MIME,
  EXCALIDRAW_MIME,
  type ExcalidrawOptions,
  exportArea,
  MAX_FILE_LENGTH,
  writeBoardFile,
  writeExcalidraw,
  writeSvg,
} from "@inkroom/interchange";
import type { Shape, ShapeId } from "@inkroom/shapes";
import { withFrameNames } from "../export/frame-names.ts";
import { shapesToExport } from "../export/shapes-to-export.ts";
import { saveBlob } from "../host/save-blob.ts";
import { showSelection } from "../navigation/show-selection.ts";
import type { PictureDesk } from "../pictures/picture-desk.ts";
import { FilePictures } from "../pictures/file-pictures.ts";
import { pictureShapes } from "../pictures/picture-shapes.ts";
import { asDataAddresses, picturesOf } from "../pictures/pictures-of.ts";
import { isPictureFile, takePictures } from "../pictures/take-pictures.ts";
import type { Picking } from "../host/pick-files.ts";
import type { Here } from "../links/link-target.ts";
import { copyPlaceLink } from "../deep-links/copy-place-link.ts";
import type { Toast } from "../services.ts";
import type { ShareLinks } from "../share/share-links.ts";
import { boardOnClipboard, type ClipboardData, clipboardData, type ClipboardReader } from "./clipboard-data.ts";
import { cardOf } from "./pasted-link.ts";
import { textShapeOf } from "./pasted-text.ts";
import { notesOf } from "./pasted-notes.ts";
import { type DrawingReading, readDrawing } from "./read-drawing.ts";
import { word } from "./words.ts";

/** Page space or screen pixels, as said where it is used. */
export type Point = { readonly x: number; readonly y: number };

export type TransferPorts = {
  readonly editor: Editor;
  readonly newId: () => ShapeId;
  /** Where the bytes of pictures go. */
  readonly pictures: () => Promise<PictureDesk>;
  readonly theme: () => ThemeName;
  /** What the person calls the board, fit for a file's name; undefined where it has no name. */
  readonly boardName: () => string | undefined;
  readonly toast: (toast: Toast) => void;
  /** Where the pointer is over the board, screen pixels. */
  readonly pointer: () => Point | undefined;
  /** What this person is called. */
  readonly author: () => string;
  readonly isMac: boolean;
  readonly here: Here;
  /** The links of the board that this person can hand on. */
  readonly links: () => ShareLinks;
};

/** Padding of the picture on the clipboard, page units. */
const PADDING = 8;
const noop = (): void => {};

function excalidrawOptions(): ExcalidrawOptions {
  const newSeed = (): number => 1 + Math.floor(Math.random() * (2 ** 31 - 2));
  return { source: window.location.origin, newSeed, now: Date.now() };
}

export class Transfer {
  readonly #ports: TransferPorts;
  readonly #measure = createTextMeasurer();

  constructor(ports: TransferPorts) {
    this.#ports = ports;
  }

  /** Rejects where the browser refuses. */
  async take(request: Exclude<TransferRequest, Picking>): Promise<void> {
    switch (request) {
      case "copy":
      case "cut":
        return this.#write(request);
      case "paste":
      case "paste-in-place":
        return this.#read((read, pictures) => this.#pasteRead(read, pictures, request === "paste" ? this.#middle() : undefined));
      case "paste-notes":
        return this.#read((read) => this.#insertNotes(read("text/plain"), this.#middle()));
      case "save":
        return this.#save();
      case "save-excalidraw":
        return this.#saveExcalidraw();
      case "link-to-selection":
      case "link-to-view":
        return copyPlaceLink(request, this.#ports);
      default:
        return request satisfies never;
    }
  }

  /** What is selected, for the clipboard; undefined for nothing. A cut takes it off the board. */
  copied(request: "copy" | "cut"): ClipboardData | undefined {
    const { editor, theme } = this.#ports;
    if (editor.state.selection.size === 0) return undefined;
    const shapes = shapesToExport(editor);
    const measureLine = createLineMeasurer();
    const seen = withFrameNames(shapes, measureLine);
    const area = exportArea(seen, PADDING);
    if (area === undefined) return undefined;
    const look = THEMES[theme()];
    const svg = writeSvg(seen, { area, colorOf: (paint) => paintColor(look, paint), measureLine });
    const excalidraw = writeExcalidraw(shapes, { ...excalidrawOptions(), isForClipboard: true });
    const data = clipboardData(shapes, { board: writeBoardFile(shapes), svg, excalidraw });
    if (request === "cut") editor.run("edit.delete");
    return data;
  }

  /** Puts what the clipboard has on the board: shapes, or else its text. `at`: absent, where the shapes were. */
  async paste(read: ClipboardReader, at: Point | undefined, isPlain = false): Promise<void> {
    const words = read("text/plain");
    const board = boardOnClipboard(read) ?? (read(EXCALIDRAW_CLIPBOARD_MIME) || words);
    const pictures = new FilePictures();
    const reading = readDrawing(board, { measure: this.#measure, readPicture: pictures.read });
    if (reading.kind === "refused" && board === words) await this.#pasteWords(words, at ?? this.#middle(), isPlain);
    else await this.#insertReading(reading, pictures, { name: word("clipboard"), at });
  }

  /** Offers back what was cleared off the board. */
  tellCleared(ids: readonly ShapeId[]): void {
    const { editor, toast } = this.#ports;
    toast({ title: word("cleared"), action: { label: word("undo"), run: () => editor.bringBack(ids) } });
  }

  /** Puts the contents of files on the board. `at`: absent, where they were on an empty board, else in the middle of the view. */
  async open(files: readonly File[], at: Point | undefined): Promise<void> {
    const pictures = files.filter(isPictureFile);
    if (pictures.length > 0) await this.#openPictures(pictures, at ?? this.#middle());
    for (const file of files) if (!isPictureFile(file)) await this.#openFile(file, at);
  }

  async #openPictures(files: readonly File[], at: Point): Promise<void> {
    const { editor, pictures, toast } = this.#ports;
    const taken = await takePictures(files, await pictures(), toast);
    const { camera, viewport } = editor.state;
    const view = { w: viewport.w / camera.zoom, h: viewport.h / camera.zoom };
    if (taken.length > 0) this.#insert(pictureShapes(taken, view), at);
  }

  /** Where something pasted comes to lie: at the pointer, or in the middle of the view. Page space. */
  target(): Point {
    const screen = this.#ports.pointer();
    return screen === undefined ? this.#middle() : screenToPage(this.#ports.editor.state.camera, screen);
  }

  async #openFile(file: File, at: Point | undefined): Promise<void> {
    // A character takes at most three bytes.
    if (file.size > 3 * MAX_FILE_LENGTH) return this.#tell("tooLarge", file.name);
    const { editor } = this.#ports;
    const isEmpty = editor.view.size === 0;
    const pictures = new FilePictures();
    const reading = readDrawing(await file.text(), { measure: this.#measure, readPicture: pictures.read });
    const place = { name: file.name, at: at ?? (isEmpty ? undefined : this.#middle()) };
    if (!(await this.#insertReading(reading, pictures, place))) return;
    // The paper of a board that is something already is everyone's.
    if (isEmpty && reading.kind === "drawing" && reading.pattern !== undefined) editor.run(`paper.${reading.pattern}`);
    // What has been opened is selected.
    if (at === undefined) showSelection(editor);
  }

  async #insertReading(
    reading: DrawingReading,
    pictures: FilePictures,
    { name, at }: { readonly name: string; readonly at: Point | undefined },
  ): Promise<boolean> {
    if (reading.kind === "refused") {
      const told = { newer: "newer", not_a_board: "unknown", too_large: "tooLarge" } as const;
      this.#tell(told[reading.reason], name);
      return false;
    }
    const hasPictures = reading.shapes.some(({ kind }) => kind === "image");
    const shapes = hasPictures ? await pictures.settle(reading.shapes, this.#ports.pictures) : reading.shapes;
    const missing = reading.shapes.length - shapes.length;
    const lost = [...(missing > 0 ? [word("lost.image", { count: missing })] : []), ...(reading.lost === undefined ? [] : [reading.lost])];
    if (lost.length > 0) this.#tellLoss(name, lost.join("; "));
    else if (shapes.length === 0) this.#tell("empty", name);
    return shapes.length > 0 && this.#insert(shapes, at);
  }

  #insert(shapes: readonly Shape[], at: Point | undefined): boolean {
    const { editor, newId } = this.#ports;
    return editor.addShapes(insertable(editor.view, shapes, { newId, at }));
  }

  /** The source of a drawing is the picture it draws. */
  #pasteWords(words: string, at: Point, isPlain: boolean): void | Promise<void> {
    if (isPlain || !isSvgSource(words)) return this.#insertText(words, at, isPlain);
    return this.open([new File([words], `${word("clipboard")}.svg`, { type: "image/svg+xml" })], at);
  }

  /** `isPlain`: an address stays one, in words. */
  #insertText(text: string, at: Point, isPlain: boolean): void {
    const { editor, here } = this.#ports;
    if (editor.state.tool === "note") return this.#insertNotes(text, at);
    const { opacity } = editor.state.style;
    const card = isPlain ? undefined : cardOf(text, { here, opacity, measure: this.#measure, shape: (id) => editor.view.get(id) });
    const shape = card ?? textShapeOf(text, this.#ports.editor.state.style, this.#measure);
    if (shape === undefined) this.#ports.toast({ title: word("nothing"), kind: "failure" });
    else this.#insert([shape], at);
  }

  #insertNotes(text: string, at: Point): void {
    const { editor, author } = this.#ports;
    const notes = notesOf(text, { style: editor.state.style, author: author(), measure: this.#measure });
    if (notes.length === 0) this.#ports.toast({ title: word("nothing"), kind: "failure" });
    else this.#insert(notes, at);
  }

  async #save(): Promise<void> {
    const { editor, boardName } = this.#ports;
    const name = boardName();
    const shapes = [...editor.view.shapes()];
    const text = writeBoardFile(shapes, { name, pattern: editor.view.pattern, pictureOf: await this.#pictureOf(shapes) });
    saveBlob(`${name ?? "board"}${BOARD_FILE_ENDING}`, new Blob([text], { type: BOARD_FILE_MIME }));
  }

  async #saveExcalidraw(): Promise<void> {
    const { editor, boardName } = this.#ports;
    const shapes = shapesToExport(editor);
    const text = writeExcalidraw(shapes, { ...excalidrawOptions(), pictureOf: await this.#pictureOf(shapes) });
    saveBlob(`${boardName() ?? "board"}.excalidraw`, new Blob([text], { type: EXCALIDRAW_MIME }));
  }

  async #pictureOf(shapes: readonly Shape[]): Promise<(blob: string) => string | undefined> {
    const pictures = await asDataAddresses(await picturesOf(shapes, { desk: this.#ports.pictures }));
    return (blob) => pictures.get(blob);
  }

  /** From a menu: there is no event of the clipboard then. */
  async #write(request: "copy" | "cut"): Promise<void> {
    const data = this.copied("copy");
    if (data === undefined) return;
    const { [BOARD_FILE_MIME]: board, [EXCALIDRAW_CLIPBOARD_MIME]: _others, ...common } = data;
    const own = `web ${BOARD_FILE_MIME}`;
    const isOwnTaken = "supports" in ClipboardItem && ClipboardItem.supports(own);
    try {
      await navigator.clipboard.write([new ClipboardItem({ ...common, ...(isOwnTaken && board !== undefined ? { [own]: board } : {}) })]);
      if (request === "cut") this.#ports.editor.run("edit.delete");
    } catch {
      this.#ports.toast({ title: word("notCopied"), kind: "failure" });
    }
  }

  async #read(paste: (read: ClipboardReader, pictures: readonly File[]) => void | Promise<void>): Promise<void> {
    const found = new Map<string, string>();
    const pictures: File[] = [];
    try {
      for (const item of await navigator.clipboard.read()) {
        for (const type of item.types) {
          if (type === `web ${BOARD_FILE_MIME}` || type.startsWith("text/"))
            found.set(type.replace(/^web /, ""), await (await item.getType(type)).text());
          else if (type.startsWith("image/")) pictures.push(new File([await item.getType(type)], word("clipboard"), { type }));
        }
      }
    } catch {
      const key = formatShortcut({ key: "v", mod: true }, this.#ports.isMac ? "mac" : "other");
      this.#ports.toast({ title: word("denied", { key }), kind: "failure" });
      return;
    }
    await paste((type) => found.get(type) ?? "", pictures);
  }

  /** A picture of shapes that were copied here says less than the shapes. */
  async #pasteRead(read: ClipboardReader, pictures: readonly File[], at: Point | undefined): Promise<void> {
    if (pictures.length > 0 && boardOnClipboard(read) === undefined) return this.open(pictures, at);
    await this.paste(read, at);
  }

  /** Stays until it is read. */
  #tellLoss(name: string, lost: string): void {
    this.#ports.toast({ title: word("changed", { name }), text: lost, action: { label: word("ok"), run: noop } });
  }

  #middle(): Point {
    const { camera, viewport } = this.#ports.editor.state;
    return screenToPage(camera, { x: viewport.w / 2, y: viewport.h / 2 });
  }

  #tell(key: "newer" | "unknown" | "tooLarge" | "empty", name: string): void {
    this.#ports.toast({ title: word(key, { name }), kind: "failure" });
  }
}

/** Is the text one SVG document, and nothing else? */
function isSvgSource(text: string): boolean {
  const source = text.trim();
  return /^<(?:svg|\?xml|!DOCTYPE svg)[\s>]/i.test(source) && /<\/svg>$/i.test(source);
}
