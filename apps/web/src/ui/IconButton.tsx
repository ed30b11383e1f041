// A square button with an icon: its name, tooltip and key in one place.
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { tip, type TipSide } from "./tip.ts";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string | undefined;
  readonly side?: TipSide;
};

export function IconButton({ label, icon: Icon, keys, side = "bottom", className = "", ...rest }: IconButtonProps) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} {...tip(label, keys, side)} {...rest}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
