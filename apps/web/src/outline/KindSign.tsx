// The sign of a kind of shape in the outline: that of the tool that makes it.
import type { Shape } from "@inkroom/shapes";
import type { LucideIcon } from "lucide-react";
import Image from "lucide-react/icons/image";
import Link from "lucide-react/icons/link";
import Shapes from "lucide-react/icons/shapes";
import { TOOL_GROUPS } from "../toolbar/tools.ts";

/** Of kinds that no tool of the dock makes. */
const OWN_SIGNS: Readonly<Partial<Record<Shape["kind"], LucideIcon>>> = { card: Link, image: Image };

export function KindSign({ kind }: { readonly kind: Shape["kind"] }) {
  const Icon = OWN_SIGNS[kind] ?? TOOL_GROUPS.flat().find(({ id }) => id === kind)?.icon ?? Shapes;
  return <Icon size={16} strokeWidth={1.75} aria-hidden />;
}
