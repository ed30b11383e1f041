// The board file: what it says of itself and how much of it is read. The format is described in docs/board-file.md.

export const BOARD_FILE_TYPE = "inkroom/board";
/** Raised where an older reader would misunderstand a file; a new kind of shape or a new property is not such a change. */
export const BOARD_FILE_VERSION = 1;
export const BOARD_FILE_MIME = "application/vnd.inkroom+json";
/** Ending of a file's name, with its dot. */
export const BOARD_FILE_ENDING = ".inkroom";
/** Longest text that is read as a file, in UTF-16 code units; what is longer is refused before it is parsed. */
export const MAX_FILE_LENGTH = 256 * 1024 * 1024;
/** Shapes in one file. */
export const MAX_FILE_SHAPES = 200_000;

/** Parents above one another; what would lie deeper lies on the page. */
export const MAX_FILE_DEPTH = 64;

/** Why nothing of a file is taken. */
export type FileRefusal =
  /** Not JSON, or JSON that says of itself to be something else. */
  | "not_a_board"
  /** Written by a later version. */
  | "newer"
  | "too_large";
