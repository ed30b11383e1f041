// The tools as the dock shows them: icon, name, group.
import type { ToolId } from "@inkroom/editor";
import type { LucideIcon } from "lucide-react";
import Circle from "lucide-react/icons/circle";
import Eraser from "lucide-react/icons/eraser";
import Frame from "lucide-react/icons/frame";
import Hand from "lucide-react/icons/hand";
import Highlighter from "lucide-react/icons/highlighter";
import MousePointer from "lucide-react/icons/mouse-pointer-2";
import MoveUpRight from "lucide-react/icons/move-up-right";
import PaintBucket from "lucide-react/icons/paint-bucket";
import Pencil from "lucide-react/icons/pencil";
import Shapes from "lucide-react/icons/shapes";
import Slash from "lucide-react/icons/slash";
import Square from "lucide-react/icons/square";
import StickyNote from "lucide-react/icons/sticky-note";
import Type from "lucide-react/icons/type";
import WandSparkles from "lucide-react/icons/wand-sparkles";

/** The magnifier is in the menu of the zoom. */
export type ToolButton = { readonly id: Exclude<ToolId, "zoom">; readonly icon: LucideIcon };

/** Left to right; a thin line stands between the groups. */
export const TOOL_GROUPS: readonly (readonly ToolButton[])[] = [
  [
    { id: "select", icon: MousePointer },
    { id: "hand", icon: Hand },
  ],
  [
    { id: "draw", icon: Pencil },
    { id: "highlight", icon: Highlighter },
    { id: "erase", icon: Eraser },
  ],
  [
    { id: "rect", icon: Square },
    { id: "ellipse", icon: Circle },
    { id: "geo", icon: Shapes },
    { id: "line", icon: Slash },
    { id: "arrow", icon: MoveUpRight },
    { id: "text", icon: Type },
    { id: "note", icon: StickyNote },
    { id: "frame", icon: Frame },
  ],
  [
    { id: "bucket", icon: PaintBucket },
    { id: "laser", icon: WandSparkles },
  ],
];
