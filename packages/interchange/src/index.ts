export { BOARD_FILE_ENDING, BOARD_FILE_MIME, type FileRefusal, MAX_FILE_LENGTH } from "./board-file/format.ts";
export { type BoardFileContent, type BoardFileReading, readBoardFile } from "./board-file/read.ts";
export { type BoardFileOptions, writeBoardFile } from "./board-file/write.ts";
export { exportArea } from "./export-area.ts";
export { writeSvg, type SvgOptions } from "./svg-writer.ts";
export type { LossName, Losses } from "./excalidraw/losses.ts";
export { type ExcalidrawReading, readExcalidraw } from "./excalidraw/read.ts";
export { EXCALIDRAW_CLIPBOARD_MIME, EXCALIDRAW_MIME, type ExcalidrawOptions, writeExcalidraw } from "./excalidraw/write.ts";
export type { MeasureText } from "./excalidraw/shapes-of-element.ts";
