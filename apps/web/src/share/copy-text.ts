// Puts text on the clipboard, also where the page is served without TLS and the modern API is missing.

/** `field` holds the same text and is selected where the old way has to be taken; absent: one is made. False where nothing was copied. */
export async function copyText(text: string, field?: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No secure context, or not allowed: the selection command still works inside of a click.
    if (field !== undefined) return copyFrom(field);
    const made = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, className: "only-spoken" });
    const focused = document.activeElement;
    document.body.append(made);
    const isCopied = copyFrom(made);
    made.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return isCopied;
  }
}

function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  field.select();
  return document.execCommand("copy");
}
