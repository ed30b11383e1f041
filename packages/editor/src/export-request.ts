// What a person asks a host to make of the selection, or of the board where nothing is selected.

export type ExportRequest = { readonly format: "png" | "svg"; readonly to: "file" | "clipboard" };
