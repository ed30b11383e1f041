// Says whom the view follows, or that everyone follows this person: a frame around the paper in their colour, and the way out.
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate-later.ts";
import { useReadable } from "../ui/readable.ts";

export function FollowFrame() {
  const { following, leading, people } = useBoard();
  const peer = useReadable(following.peer);
  const isLeading = useReadable(leading.isOn);
  const person = useReadable(people).find(({ key, isSelf }) => (isLeading ? isSelf : key === String(peer)));
  if (person === undefined) return null;
  return (
    <div className="follow-frame" data-color={person.color}>
      <div className="follow-note surface">
        <span role="status" dir="auto">
          {isLeading ? t("people.leading") : t("people.following", { name: person.name })}
        </span>
        <button type="button" className="button" onClick={isLeading ? leading.stop : following.stop}>
          {t("people.unfollowShort")}
        </button>
      </div>
    </div>
  );
}
