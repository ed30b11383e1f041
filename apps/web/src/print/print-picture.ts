// Hands a picture to the browser's print dialog: one page with nothing else on it (print.css).
import "./print.css";

/** Resolves when the dialog is closed. Rejects where the picture cannot be shown. */
export async function printPicture(svg: string, { w, h }: { readonly w: number; readonly h: number }): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const sheet = document.createElement("div");
  sheet.className = "print-sheet";
  // The page lies as the picture does.
  sheet.dataset["lies"] = w > h ? "landscape" : "portrait";
  const picture = document.createElement("img");
  picture.alt = "";
  picture.src = address;
  sheet.append(picture);
  document.body.append(sheet);
  try {
    await picture.decode();
    const closed = new Promise((resolve) => window.addEventListener("afterprint", resolve, { once: true }));
    window.print();
    await closed;
  } finally {
    sheet.remove();
    URL.revokeObjectURL(address);
  }
}
