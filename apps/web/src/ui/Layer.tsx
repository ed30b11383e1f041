// A button that opens something (menu, popover) whose code is fetched when the button is first reached for.
import { cloneElement, type ComponentProps, type ComponentType, type ReactElement, Suspense, useState } from "react";
import { Boundary } from "./Boundary.tsx";

export type LayerProps = {
  /** The button, to be given to the Radix trigger. */
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
};

type LazyLayerProps = {
  readonly content: ComponentType<LayerProps>;
  /** Fetches the code of `content` ahead. */
  readonly load: () => Promise<unknown>;
  readonly trigger: ReactElement<ComponentProps<"button">>;
  readonly popup: "menu" | "dialog";
};

export function Layer({ content: Content, load, trigger, popup }: LazyLayerProps) {
  const [isWanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  // Fetched while the pointer is still on its way; where it cannot be had, opening asks again.
  const warm = (): void => void load().catch(() => undefined);
  const open = (): void => {
    setWanted(true);
    setOpen(true);
  };
  const button = cloneElement(trigger, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: warm,
    onFocus: warm,
    onClick: open,
  });
  if (!isWanted) return button;
  return (
    <Boundary fallback={button}>
      <Suspense fallback={button}>
        <Content trigger={trigger} isOpen={isOpen} onOpenChange={setOpen} />
      </Suspense>
    </Boundary>
  );
}
