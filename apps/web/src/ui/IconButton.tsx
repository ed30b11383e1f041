// A square button with an icon: its name, tooltip and key in one place.
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Tip } from "./Tip.tsx";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string | undefined;
  readonly side?: "top" | "right" | "bottom" | "left";
};

export function IconButton({ label, icon: Icon, keys, side = "bottom", className = "", ...rest }: IconButtonProps) {
  return (
    <Tip label={label} keys={keys} side={side}>
      <button type="button" className={`icon-button ${className}`} aria-label={label} {...rest}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </button>
    </Tip>
  );
}
