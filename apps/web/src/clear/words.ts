// What is asked before the board is cleared, in all languages: fetched with the dialog.
import type { Plural } from "../i18n/en.ts";
import { createWords } from "../i18n/translate.ts";

const en = {
  title: "Clear the board?",
  text: {
    one: "One shape is taken away, for everyone. You can undo it.",
    other: "{count} shapes are taken away, for everyone. You can undo it.",
  },
  clear: "Clear",
  cancel: "Cancel",
} as const;
type Words = Readonly<Record<keyof typeof en, string | Plural>>;

const de: Words = {
  title: "Board leeren?",
  text: {
    one: "Eine Form wird entfernt, für alle. Du kannst es rückgängig machen.",
    other: "{count} Formen werden entfernt, für alle. Du kannst es rückgängig machen.",
  },
  clear: "Leeren",
  cancel: "Abbrechen",
};
const es: Words = {
  title: "¿Vaciar la pizarra?",
  text: {
    one: "Se quita una forma, para todos. Puedes deshacerlo.",
    other: "Se quitan {count} formas, para todos. Puedes deshacerlo.",
  },
  clear: "Vaciar",
  cancel: "Cancelar",
};
const fr: Words = {
  title: "Vider le tableau ?",
  text: {
    one: "Une forme est retirée, pour tout le monde. Vous pouvez l’annuler.",
    other: "{count} formes sont retirées, pour tout le monde. Vous pouvez l’annuler.",
  },
  clear: "Vider",
  cancel: "Annuler",
};

export const word = createWords({ en, de, es, fr });
