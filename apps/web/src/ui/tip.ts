// What a control says in its tooltip: attributes that ui/Tips.tsx reads when the pointer or the focus comes by.

export type TipSide = "top" | "right" | "bottom" | "left";
export type TipAttributes = {
  readonly "data-tip": string;
  readonly "data-tip-keys"?: string | undefined;
  readonly "data-tip-side": TipSide;
};

/** To be spread over a control. `keys` as people read them, e.g. "Ctrl+Z". */
export function tip(label: string, keys?: string, side: TipSide = "bottom"): TipAttributes {
  return { "data-tip": label, "data-tip-keys": keys, "data-tip-side": side };
}
