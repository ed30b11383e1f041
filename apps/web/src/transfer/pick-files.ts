// The browser's file picker.

/** The files a person picks; none where they give up. `accept` as of <input>. Called within a press of a key or button. */
export function pickFiles(accept: string): Promise<readonly File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
