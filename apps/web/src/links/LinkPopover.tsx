// What a shape leads to: a field beside the shape, to say it, to change it and to take it away.
import { isLink, pageBounds, type Shape, type ShapeId } from "@inkroom/shapes";
import { type Editor, pageToScreen } from "@inkroom/editor";
import Check from "lucide-react/icons/check";
import ExternalLink from "lucide-react/icons/external-link";
import Trash2 from "lucide-react/icons/trash-2";
import * as Popover from "radix-ui/popover";
import { type CSSProperties, type FormEvent, useEffect, useId, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { focusPaper } from "../layers/focus-paper.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { linkOf } from "./link-target.ts";
import { linkWord } from "./words.ts";
import "./links.css";

export function LinkPopover({ id, onClose }: { readonly id: ShapeId; readonly onClose: () => void }) {
  const { editor } = useBoard();
  const [place] = useState(() => placeOf(editor, editor.shape(id)));
  useEffect(() => {
    // Somebody else has taken the shape away.
    if (place === undefined) onClose();
    return editor.subscribe(() => editor.shape(id) === undefined && onClose());
  }, [editor, id, onClose, place]);
  return (
    <Popover.Root open={place !== undefined} onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor asChild>
        <span className="link-anchor" style={place} aria-hidden />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className="pop link-pop"
          side="bottom"
          sideOffset={14}
          collisionPadding={12}
          aria-label={linkWord("title")}
          onCloseAutoFocus={focusPaper}
        >
          <LinkForm id={id} onClose={onClose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function LinkForm({ id, onClose }: { readonly id: ShapeId; readonly onClose: () => void }) {
  const board = useBoard();
  const [before] = useState(() => board.editor.shape(id)?.link ?? "");
  const [typed, setTyped] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const note = useId();
  const keep = (link: string): void => {
    if (link !== before) board.editor.setLink(id, link);
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const link = linkOf(typed, { origin: window.location.origin, boardId: board.id });
    if (link === undefined) setWrong(true);
    else keep(link);
  };
  const open = (): void => {
    board.openLink(before);
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className="link-row">
        <input
          className="field"
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-label={linkWord("field")}
          aria-describedby={note}
          aria-invalid={isWrong}
          autoFocus
          value={typed}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => {
            setTyped(target.value);
            setWrong(false);
          }}
        />
        <IconButton type="submit" label={linkWord("save")} icon={Check} keys="Enter" />
        {isLink(before) && <IconButton label={linkWord("open")} icon={ExternalLink} onClick={open} />}
        {before !== "" && <IconButton label={linkWord("remove")} icon={Trash2} onClick={() => keep("")} />}
      </div>
      <p id={note} className="link-note" role={isWrong ? "alert" : undefined} data-wrong={isWrong || undefined}>
        {linkWord(isWrong ? "none" : "hint")}
      </p>
    </form>
  );
}

/** Where the shape is on the screen, as far as it is there; undefined for a shape that is gone. */
function placeOf({ state: { camera, viewport } }: Editor, shape: Shape | undefined): CSSProperties | undefined {
  if (shape === undefined) return undefined;
  const { x, y, w, h } = pageBounds(shape);
  const inside = (value: number, end: number): number => Math.min(end, Math.max(0, value));
  const [from, to] = [pageToScreen(camera, { x, y }), pageToScreen(camera, { x: x + w, y: y + h })];
  const [left, top] = [inside(from.x, viewport.w), inside(from.y, viewport.h)];
  return { left, insetBlockStart: top, inlineSize: inside(to.x, viewport.w) - left, blockSize: inside(to.y, viewport.h) - top };
}
