export { BOARD_FILE_ENDING, BOARD_FILE_MIME, type FileRefusal, MAX_FILE_LENGTH } from "./board-file/format.ts";
export { type BoardFileContent, type BoardFileReading, readBoardFile } from "./board-file/read.ts";
export { type BoardFileOptions, writeBoardFile } from "./board-file/write.ts";
export { exportArea } from "./export-area.ts";
export { writeSvg, type SvgOptions } from "./svg-writer.ts";
