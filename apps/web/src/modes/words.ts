// What is said of zen and of view mode, in all languages: fetched with the code that says it.
import { createWords } from "../i18n/translate.ts";

const en = {
  leaveZen: "Leave zen mode",
  looking: "View mode. Nothing you do changes the board.",
  edit: "Back to editing",
} as const;
type Words = Readonly<Record<keyof typeof en, string>>;

const de: Words = {
  leaveZen: "Zen-Modus verlassen",
  looking: "Ansichtsmodus. Nichts, was du tust, ändert das Board.",
  edit: "Weiter bearbeiten",
};
const es: Words = {
  leaveZen: "Salir del modo zen",
  looking: "Modo vista. Nada de lo que hagas cambia la pizarra.",
  edit: "Volver a editar",
};
const fr: Words = {
  leaveZen: "Quitter le mode zen",
  looking: "Mode lecture. Rien de ce que vous faites ne change le tableau.",
  edit: "Reprendre l’édition",
};

export const word = createWords({ en, de, es, fr });
