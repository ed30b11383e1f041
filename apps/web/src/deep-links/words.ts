// What is said about links to places on a board, in all languages: fetched with the code that says it.
import type { Plural } from "../i18n/en.ts";
import { createWords } from "../i18n/translate.ts";

const en = {
  gone: { one: "The shape of this link is not on the board any more", other: "The shapes of this link are not on the board any more" },
  goneText: "It was deleted, or the link is of another board.",
  viewInstead: "For viewing only",
  notCopied: "The link could not be copied in this browser",
} as const satisfies Readonly<Record<string, Plural | string>>;
type Words = Readonly<{ [K in keyof typeof en]: (typeof en)[K] extends string ? string : Plural }>;

const de: Words = {
  gone: { one: "Die Form dieses Links ist nicht mehr auf dem Board", other: "Die Formen dieses Links sind nicht mehr auf dem Board" },
  goneText: "Sie wurde gelöscht, oder der Link gehört zu einem anderen Board.",
  viewInstead: "Nur zum Ansehen",
  notCopied: "Der Link ließ sich in diesem Browser nicht kopieren",
};
const es: Words = {
  gone: { one: "La forma de este enlace ya no está en la pizarra", other: "Las formas de este enlace ya no están en la pizarra" },
  goneText: "Se eliminó, o el enlace es de otra pizarra.",
  viewInstead: "Solo para ver",
  notCopied: "No se pudo copiar el enlace en este navegador",
};
const fr: Words = {
  gone: { one: "La forme de ce lien n’est plus sur le tableau", other: "Les formes de ce lien ne sont plus sur le tableau" },
  goneText: "Elle a été supprimée, ou le lien est celui d’un autre tableau.",
  viewInstead: "Pour consulter seulement",
  notCopied: "Le lien n’a pas pu être copié dans ce navigateur",
};

/** By the language's code, as the page's own tables. */
export const TABLES = { en, de, es, fr };

/** In the language that the page speaks. */
export const placeWord = createWords<keyof Words>(TABLES);
