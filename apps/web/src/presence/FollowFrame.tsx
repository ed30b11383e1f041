// Says whose pointer the view follows: a frame around the paper in their colour, and the way out.
import { useBoard } from "../board/board-context.ts";
import { t } from "../i18n/translate.ts";
import { useReadable } from "../ui/readable.ts";

export function FollowFrame() {
  const { following, people } = useBoard();
  const peer = useReadable(following.peer);
  const person = useReadable(people).find(({ key }) => key === String(peer));
  if (peer === undefined || person === undefined) return null;
  return (
    <div className="follow-frame" data-color={person.color}>
      <div className="follow-note surface">
        <span role="status" dir="auto">
          {t("people.following", { name: person.name })}
        </span>
        <button type="button" className="button" onClick={following.stop}>
          {t("people.unfollowShort")}
        </button>
      </div>
    </div>
  );
}
