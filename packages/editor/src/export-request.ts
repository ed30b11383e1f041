// What a person asks a host to make of the selection, or of the board where nothing is.

export type PictureLook = {
  /** Pixels per page unit of a PNG. */
  readonly scale: number;
  /** False: transparent. */
  readonly background: boolean;
  /** With what is printed on the paper of the board; absent: without. */
  readonly pattern?: boolean | undefined;
  readonly theme: "light" | "dark";
  /** All of the board, also where something is selected. */
  readonly whole: boolean;
};

/** `look`: absent, as usual: what is selected, on paper, in the theme of the screen. */
export type ExportRequest = {
  readonly format: "png" | "svg";
  readonly to: "file" | "clipboard" | "printer";
  readonly look?: PictureLook | undefined;
};
