// The way to the notice of lost edits: its code is fetched when the page is idle, or with the first loss.
import type { LostEditNotice, NoticePorts } from "./lost-edit-notice.ts";

export function tellLostEdits(ports: NoticePorts): LostEditNotice {
  let notice: Promise<LostEditNotice> | undefined;
  const use = (work: (notice: LostEditNotice) => void): void => {
    notice?.then(work, () => {
      // Without a line there is no code either; the next loss tries again.
      notice = undefined;
    });
  };
  return {
    tell(lost) {
      notice ??= import("./lost-edit-notice.ts").then(({ createLostEditNotice }) => createLostEditNotice(ports));
      use((made) => made.tell(lost));
    },
    dispose: () => use((made) => made.dispose()),
  };
}
