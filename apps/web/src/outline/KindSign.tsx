// The sign of a kind of shape in the outline: that of the tool that makes it.
import type { Shape } from "@inkroom/shapes";
import Image from "lucide-react/icons/image";
import Shapes from "lucide-react/icons/shapes";
import { TOOL_GROUPS } from "../toolbar/tools.ts";

export function KindSign({ kind }: { readonly kind: Shape["kind"] }) {
  const Icon = kind === "image" ? Image : (TOOL_GROUPS.flat().find(({ id }) => id === kind)?.icon ?? Shapes);
  return <Icon size={16} strokeWidth={1.75} aria-hidden />;
}
