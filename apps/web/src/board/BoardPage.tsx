// One board: opens it, shows the canvas with the chrome around it, or why it cannot be shown.
import { fetchOverlay } from "@inkroom/canvas";
import { Suspense, useEffect, useState } from "react";
import { type BoardSession, openBoard } from "../host/board-session.ts";
import type { Thumbnails } from "../home/thumbnails.ts";
import { t } from "../i18n/translate.ts";
import { KeysAhead } from "../layers/KeysAhead.tsx";
import { BoardMenu, BoardMenuItems } from "../menu/BoardMenu.tsx";
import { MinimapSlot } from "../navigation/MinimapSlot.tsx";
import { People, PeoplePopover } from "../presence/People.tsx";
import { boardPath } from "../router.ts";
import { useServices } from "../services.ts";
import { ShareButton, SharePopover } from "../share/ShareButton.tsx";
import { KeptWorkButton, KeptWorkPopover } from "../status/KeptWorkButton.tsx";
import { FailurePage } from "../status/FailurePage.tsx";
import { StatusPill } from "../status/StatusPill.tsx";
import { Toolbar } from "../toolbar/Toolbar.tsx";
import { AfterOpening } from "../ui/AfterOpening.tsx";
import { lazyPart } from "../ui/lazy-part.ts";
import { loadWhenIdle } from "../ui/load-when-idle.ts";
import { ToastBubble } from "../ui/Toaster.tsx";
import { TipBubble } from "../ui/Tips.tsx";
import { useReadable } from "../ui/readable.ts";
import { untilLoaded } from "../ui/until-loaded.ts";
import { BoardProvider } from "./board-context.ts";
import { BoardCanvas } from "./BoardCanvas.tsx";
import { TextField } from "./TextEditor.tsx";
import { useBoardTitle } from "./use-board-title.ts";
import "./board.css";
import "../styles/palette.css";
import "../fonts/board-fonts.ts";

type BoardPageProps = {
  readonly id: string;
  /** "" where the link lacks it. */
  readonly secret: string;
  /** What is to be shown of it; "" for nothing in particular. */
  readonly place: string;
};

export function BoardPage({ id, secret, place }: BoardPageProps) {
  const services = useServices();
  const [board, setBoard] = useState<BoardSession | undefined>(undefined);
  // What is thrown while rendering is shown by the boundary around the page.
  const [, setFailure] = useState<undefined>(undefined);
  useEffect(() => {
    if (secret === "") return undefined;
    const onHide = (): void => {
      if (document.visibilityState === "hidden")
        opening.then(
          (opened) => keepLook(opened, services.thumbnails),
          () => undefined,
        );
    };
    document.addEventListener("visibilitychange", onHide);
    let isGone = false;
    const key = boardPath(id, secret);
    const left = services.left.comeBackTo(key);
    const opening = left === undefined ? openBoard({ id, secret, services }) : Promise.resolve(left);
    const failed = (error: unknown): void =>
      setFailure(() => {
        throw error;
      });
    opening.then((opened) => isGone || setBoard(opened), failed);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", onHide);
      setBoard(undefined);
      opening.then(
        (opened) => {
          keepLook(opened, services.thumbnails);
          services.left.leave(boardPath(id, opened.key.get()), opened);
        },
        () => undefined,
      );
    };
  }, [id, secret, services]);
  if (secret === "") return <FailurePage failure="link" />;
  return board === undefined ? null : <OpenBoard key={id} board={board} place={place} />;
}

const EmptyHint = lazyPart(async () => (await import("./EmptyHint.tsx")).EmptyHint);
const AskedLayer = lazyPart(async () => (await import("../layers/AskedLayer.tsx")).AskedLayer);

const FollowFrame = lazyPart(async () => (await import("../presence/FollowFrame.tsx")).FollowFrame);
const StylePanel = lazyPart(async () => (await import("../style-panel/StylePanel.tsx")).StylePanel);
const ViewControls = lazyPart(async () => (await import("../navigation/ViewControls.tsx")).ViewControls);
const BackToContent = lazyPart(async () => (await import("../navigation/BackToContent.tsx")).BackToContent);
const Outline = lazyPart(async () => (await import("../outline/Outline.tsx")).Outline);
const TextLinks = lazyPart(async () => (await import("../text-links/TextLinks.tsx")).TextLinks);
const SpokenWalk = lazyPart(async () => (await import("../outline/SpokenWalk.tsx")).SpokenWalk);
const HeardSpeech = lazyPart(async () => (await import("../speech/HeardSpeech.tsx")).HeardSpeech);
const Presentation = lazyPart(async () => (await import("../presentation/Presentation.tsx")).Presentation);
const ZenExit = lazyPart(async () => (await import("../modes/ZenExit.tsx")).ZenExit);
const StatsPanel = lazyPart(async () => (await import("../stats/StatsPanel.tsx")).StatsPanel);
const LinkTip = lazyPart(async () => (await import("../links/LinkTip.tsx")).LinkTip);
const FindPanel = lazyPart(async () => (await import("../find/FindPanel.tsx")).FindPanel);

const loadThumbnails = () => import("../home/keep-thumbnails.ts");

/** What the board looks like now is shown on the home page. It can do without. */
function keepLook({ id, editor, pictures }: BoardSession, thumbnails: Thumbnails): void {
  loadThumbnails()
    .then(({ keepThumbnails }) => keepThumbnails(id, { view: editor.view, pictures }, thumbnails))
    .catch(() => undefined);
}

/** Not needed to draw the first stroke, wanted soon after. */
const LATER = [
  fetchOverlay,
  TextField.preload,
  StylePanel.preload,
  BoardMenuItems.preload,
  () => import("../navigation/ZoomMenu.tsx"),
  PeoplePopover.preload,
  SharePopover.preload,
  KeptWorkPopover.preload,
  () => import("../board-store/kept-file.ts"),
  () => import("../export/make-picture.ts"),
  () => import("../board-store/put-back.ts"),
  TipBubble.preload,
  ToastBubble.preload,
  () => import("../host/lost-edit-notice.ts"),
  AskedLayer.preload,
  Outline.preload,
  FindPanel.preload,
  () => import("../links/open-link.ts"),
  () => import("../links/LinkPopover.tsx"),
  Presentation.preload,
  loadThumbnails,
];

function OpenBoard({ board, place }: { readonly board: BoardSession; readonly place: string }) {
  const { router, opening } = useServices();
  const failure = useReadable(board.failure);
  const layer = useReadable(board.layers.asked);
  const panel = useReadable(board.layers.panel);
  const presenting = useReadable(board.layers.presenting);
  useBoardTitle(board.id);
  useEffect(() => loadWhenIdle([() => untilLoaded(() => board.editor.loadParts()), ...LATER], opening), [board, opening]);
  useEffect(() => (place === "" ? undefined : board.goTo(place, router.forgetPlace)), [board, place, router]);
  if (failure !== undefined) return <FailurePage failure={failure} work={board} />;
  return (
    <BoardProvider value={board}>
      <main className="board" ref={board.showAttributes} aria-label={t("board.canvas")}>
        <BoardCanvas />
        <AfterOpening>
          <EmptyHint />
        </AfterOpening>
        <AfterOpening>
          <FollowFrame />
        </AfterOpening>
        <header className="top">
          <BoardMenu />
          <div className="top-end surface">
            <StatusPill />
            <KeptWorkButton />
            <People />
            <ShareButton />
          </div>
        </header>
        <AfterOpening>
          <TextLinks />
        </AfterOpening>
        <AfterOpening>
          <StylePanel />
        </AfterOpening>
        <Toolbar />
        <AfterOpening>
          <ViewControls />
        </AfterOpening>
        <MinimapSlot />
        <AfterOpening>
          <BackToContent />
        </AfterOpening>
        <AfterOpening>
          <SpokenWalk />
          <HeardSpeech />
          <LinkTip />
          <ZenExit />
          <StatsPanel />
        </AfterOpening>
        <Suspense fallback={null}>{panel?.kind === "outline" && <Outline />}</Suspense>
        <Suspense fallback={<KeysAhead typed={board.layers.typed} onClose={board.layers.closePanel} />}>
          {panel?.kind === "find" && <FindPanel asked={panel} />}
        </Suspense>
        <Suspense fallback={<KeysAhead typed={board.layers.typed} onClose={board.layers.close} />}>
          {layer !== undefined && <AskedLayer layer={layer} />}
        </Suspense>
        <Suspense fallback={null}>
          {presenting !== undefined && <Presentation from={presenting.from} onClose={board.layers.endPresenting} />}
        </Suspense>
      </main>
    </BoardProvider>
  );
}
