// The outlines of geometric shapes as a grid of small pictures, drawn from the outlines themselves.
import { FORM_NAMES, type FormName } from "@inkroom/shapes";
import * as Group from "radix-ui/toggle-group";
import { commandLabel } from "../i18n/command-label.ts";
import { t } from "../i18n/translate-later.ts";
import { keyOf, useKeySigns } from "../toolbar/command-keys.ts";
import { FormGlyph } from "../toolbar/FormGlyph.tsx";
import { tip, type TipSide } from "../ui/tip.ts";
import "./form-grid.css";

type FormGridProps = {
  readonly value: FormName | "mixed";
  /** Where tooltips appear. */
  readonly side: TipSide;
  readonly onChoose: (form: FormName) => void;
};

export function FormGrid({ value, side, onChoose }: FormGridProps) {
  const signs = useKeySigns();
  const choose = (chosen: string): void => {
    const form = FORM_NAMES.find((known) => known === chosen);
    if (form !== undefined) onChoose(form);
  };
  return (
    <Group.Root className="forms" type="single" aria-label={t("style.form")} value={value} onValueChange={choose}>
      {FORM_NAMES.map((form) => {
        const label = commandLabel(`tool.${form}`);
        return (
          <Group.Item key={form} className="choice" value={form} aria-label={label} {...tip(label, keyOf(`tool.${form}`, signs), side)}>
            <FormGlyph form={form} />
          </Group.Item>
        );
      })}
    </Group.Root>
  );
}
