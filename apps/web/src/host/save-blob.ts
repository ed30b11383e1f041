// Hands a file to the person, as a download.

/** What a board is called, as far as file systems take it; undefined for nothing. */
export function fileName(name: string | undefined): string | undefined {
  const taken = (name ?? "").replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, " ").trim();
  return taken === "" ? undefined : taken;
}

export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
