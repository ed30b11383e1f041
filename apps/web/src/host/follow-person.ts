// Tells the room what this person does besides drawing: name, colour, selection, laser, whether they look. And asks before the
// page goes away with work that is nowhere else.
import type { Editor } from "@inkroom/editor";
import type { Replica, Session } from "@inkroom/sync";
import type { Profile } from "../presence/profile.ts";
import type { Writable } from "../ui/readable.ts";

/** Follows until the result is called. */
export function followPerson(parts: {
  editor: Editor;
  session: Session;
  replica: Replica;
  profile: Writable<Profile>;
  /** Whether the page can go away without a loss. */
  isSafeToClose: () => boolean;
}): () => void {
  const { editor, session, replica, profile, isSafeToClose } = parts;
  let { selection } = editor.state;
  const onEditor = (): void => {
    session.setLaser(editor.state.laser !== undefined);
    if (editor.state.selection === selection) return;
    selection = editor.state.selection;
    session.setSelection(selection);
  };
  // What the link allows can change under the editor, which looks when it is told something.
  const onSession = (): void => {
    if (editor.state.readonly === replica.canEdit) editor.dispatch({ type: "tick", tMs: performance.now() });
  };
  const onVisibility = (): void => session.setActive(document.visibilityState === "visible");
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (!isSafeToClose()) event.preventDefault();
  };
  const stops = [editor.subscribe(onEditor), session.subscribe(onSession), profile.subscribe(() => session.setProfile(profile.get()))];
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("beforeunload", onLeave);
  onVisibility();
  onSession();
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("beforeunload", onLeave);
  };
}
