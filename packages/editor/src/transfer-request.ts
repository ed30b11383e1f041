// What a person asks a host to bring in or take away: over the clipboard, or as files.

export type TransferRequest =
  | "copy"
  | "cut"
  | "paste"
  | "paste-in-place"
  | "paste-notes"
  | "open"
  | "insert-image"
  | "save"
  | "save-excalidraw"
  /** The address of what is selected, or of what is seen. */
  | "link-to-selection"
  | "link-to-view";
