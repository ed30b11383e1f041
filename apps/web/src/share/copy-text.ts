// Puts text on the clipboard, also where the page is served without TLS and the modern API is missing.

/** `field` holds the same text and is selected where the old way has to be taken. False where nothing was copied. */
export async function copyText(text: string, field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No secure context, or not allowed: the selection command still works inside of a click.
    field.select();
    return document.execCommand("copy");
  }
}
