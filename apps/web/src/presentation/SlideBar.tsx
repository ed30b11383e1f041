// The bar of a presentation: back, where one is, on, laser, taking everyone along, the whole screen, the end.
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Maximize from "lucide-react/icons/maximize";
import Minimize from "lucide-react/icons/minimize";
import Users from "lucide-react/icons/users";
import WandSparkles from "lucide-react/icons/wand-sparkles";
import X from "lucide-react/icons/x";
import { useBoard, useEditorState } from "../board/board-context.ts";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { useReadable } from "../ui/readable.ts";
import type { Slide, SlideShow } from "./slide-show.ts";
import type { FullScreen } from "./use-full-screen.ts";
import { slideWord } from "./words.ts";

type SlideBarProps = {
  readonly show: SlideShow;
  readonly slide: Slide;
  readonly fullScreen: FullScreen;
  readonly onClose: () => void;
};

export function SlideBar({ show, slide: { place, count }, fullScreen, onClose }: SlideBarProps) {
  const isLaserOn = useReadable(show.isLaserOn);
  return (
    <div role="group" aria-label={slideWord("controls")} className="slide-bar surface">
      <IconButton
        label={slideWord("previous")}
        icon={ChevronLeft}
        keys="←"
        side="top"
        // Not disabled: the button would lose the focus on the way.
        aria-disabled={place === 1}
        onClick={() => show.go(-1)}
      />
      <span className="slide-counter" aria-hidden>
        {slideWord("counter", { place, count })}
      </span>
      <IconButton
        label={slideWord("next")}
        icon={ChevronRight}
        keys="→"
        side="top"
        aria-disabled={place === count}
        onClick={() => show.go(1)}
      />
      <span className="slide-gap" />
      <IconButton
        label={commandLabel("tool.laser")}
        icon={WandSparkles}
        keys="K"
        side="top"
        aria-pressed={isLaserOn}
        onClick={() => show.setLaser(!isLaserOn)}
      />
      <LeadButton />
      {fullScreen.isPossible && (
        <IconButton
          label={slideWord("fullScreen")}
          icon={fullScreen.isOn ? Minimize : Maximize}
          keys="F"
          side="top"
          aria-pressed={fullScreen.isOn}
          onClick={fullScreen.toggle}
        />
      )}
      <IconButton label={slideWord("end")} icon={X} keys="Esc" side="top" onClick={onClose} />
    </div>
  );
}

/** Where there is anyone to take along. */
function LeadButton() {
  const { leading, people } = useBoard();
  const isOn = useReadable(leading.isOn);
  const isAlone = useReadable(people).length < 2;
  const canEdit = useEditorState((state) => !state.readonly && !state.ownOnly);
  if (isAlone || !canEdit) return null;
  return <IconButton label={t("people.lead")} icon={Users} side="top" aria-pressed={isOn} onClick={isOn ? leading.stop : leading.start} />;
}
