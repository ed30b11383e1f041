// One property of the style as a row of choices with pictures.
import * as Group from "radix-ui/toggle-group";
import type { ReactNode } from "react";
import { tip } from "../ui/tip.ts";

type ChoiceRowProps<T extends string> = {
  readonly label: string;
  readonly value: T | "mixed";
  readonly choices: readonly T[];
  readonly labelOf: (choice: T) => string;
  readonly draw: (choice: T) => ReactNode;
  readonly onChoose: (choice: T) => void;
};

export function ChoiceRow<T extends string>({ label, value, choices, labelOf, draw, onChoose }: ChoiceRowProps<T>) {
  const choose = (chosen: string): void => {
    const choice = choices.find((known) => known === chosen);
    if (choice !== undefined) onChoose(choice);
  };
  return (
    <Group.Root className="choices" type="single" aria-label={label} value={value} onValueChange={choose}>
      {choices.map((choice) => (
        <Group.Item key={choice} className="choice" value={choice} aria-label={labelOf(choice)} {...tip(labelOf(choice))}>
          {draw(choice)}
        </Group.Item>
      ))}
    </Group.Root>
  );
}
