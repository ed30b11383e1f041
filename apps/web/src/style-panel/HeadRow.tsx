// The heads of arrows: what each end has now, and a grid of all of them for the end that is being chosen.
import { HEAD_NAMES, type HeadName } from "@inkroom/shapes";
import * as Group from "radix-ui/toggle-group";
import { useId, useState } from "react";
import { tip } from "../ui/tip.ts";
import { HeadGlyph } from "./HeadGlyph.tsx";
import { word } from "./line-words.ts";
import "./head-row.css";

const ENDS = ["startHead", "endHead"] as const;
type EndHead = (typeof ENDS)[number];

type HeadRowProps = {
  readonly start: HeadName | "mixed";
  readonly end: HeadName | "mixed";
  readonly onChoose: (heads: { readonly [K in EndHead]?: HeadName }) => void;
};

export function HeadRow({ start, end, onChoose }: HeadRowProps) {
  const [open, setOpen] = useState<EndHead>();
  const grid = useId();
  const values = { startHead: start, endHead: end };
  const choose = (chosen: string): void => {
    const head = HEAD_NAMES.find((name) => name === chosen);
    if (head !== undefined && open !== undefined) onChoose({ [open]: head });
  };
  return (
    <div className="heads">
      <div className="choices">
        {ENDS.map((which) => {
          const value = values[which];
          const label = word(which, { head: word(`head.${value}`) });
          return (
            <button
              key={which}
              type="button"
              className="choice"
              aria-label={label}
              aria-expanded={open === which}
              aria-controls={grid}
              onClick={() => setOpen(open === which ? undefined : which)}
              {...tip(label)}
            >
              <HeadGlyph head={value} end={which === "startHead" ? "start" : "end"} />
            </button>
          );
        })}
      </div>
      <div id={grid}>
        {open !== undefined && (
          <Group.Root className="head-grid" type="single" aria-label={word(`heads.${open}`)} value={values[open]} onValueChange={choose}>
            {HEAD_NAMES.map((head) => (
              <Group.Item key={head} className="choice" value={head} aria-label={word(`head.${head}`)} {...tip(word(`head.${head}`))}>
                <HeadGlyph head={head} end={open === "startHead" ? "start" : "end"} />
              </Group.Item>
            ))}
          </Group.Root>
        )}
      </div>
    </div>
  );
}
