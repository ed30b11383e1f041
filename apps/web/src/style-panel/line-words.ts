// What lines and arrows are told of in the style panel, in all languages: fetched with the code that says it.
import { createTranslate, locale } from "../i18n/translate.ts";

const en = {
  route: "Course of the line",
  "route.sharp": "Straight",
  "route.curved": "Curved",
  "route.elbow": "Elbow",
  startHead: "Start: {head}",
  endHead: "End: {head}",
  "heads.startHead": "Head at the start",
  "heads.endHead": "Head at the end",
  "head.mixed": "several",
  "head.none": "None",
  "head.arrow": "Arrow",
  "head.open": "Open arrow",
  "head.triangle": "Triangle",
  "head.triangle-outline": "Triangle outline",
  "head.dot": "Dot",
  "head.dot-outline": "Circle",
  "head.diamond": "Diamond",
  "head.diamond-outline": "Diamond outline",
  "head.bar": "Bar",
  "head.one": "One",
  "head.many": "Many",
  "head.one-or-many": "One or many",
  "head.exactly-one": "Exactly one",
  "head.zero-or-one": "Zero or one",
  "head.zero-or-many": "Zero or many",
} as const satisfies Readonly<Record<string, string>>;

type Words = Readonly<Record<keyof typeof en, string>>;

const de: Words = {
  route: "Verlauf der Linie",
  "route.sharp": "Gerade",
  "route.curved": "Gebogen",
  "route.elbow": "Rechtwinklig",
  startHead: "Anfang: {head}",
  endHead: "Ende: {head}",
  "heads.startHead": "Spitze am Anfang",
  "heads.endHead": "Spitze am Ende",
  "head.mixed": "verschiedene",
  "head.none": "Keine",
  "head.arrow": "Pfeil",
  "head.open": "Offener Pfeil",
  "head.triangle": "Dreieck",
  "head.triangle-outline": "Dreieck, nur Umriss",
  "head.dot": "Punkt",
  "head.dot-outline": "Kreis",
  "head.diamond": "Raute",
  "head.diamond-outline": "Raute, nur Umriss",
  "head.bar": "Strich",
  "head.one": "Eins",
  "head.many": "Viele",
  "head.one-or-many": "Eins oder viele",
  "head.exactly-one": "Genau eins",
  "head.zero-or-one": "Null oder eins",
  "head.zero-or-many": "Null oder viele",
};

const es: Words = {
  route: "Trazado de la línea",
  "route.sharp": "Recta",
  "route.curved": "Curva",
  "route.elbow": "En ángulo recto",
  startHead: "Inicio: {head}",
  endHead: "Final: {head}",
  "heads.startHead": "Punta al inicio",
  "heads.endHead": "Punta al final",
  "head.mixed": "varias",
  "head.none": "Ninguna",
  "head.arrow": "Flecha",
  "head.open": "Flecha abierta",
  "head.triangle": "Triángulo",
  "head.triangle-outline": "Triángulo sin relleno",
  "head.dot": "Punto",
  "head.dot-outline": "Círculo",
  "head.diamond": "Rombo",
  "head.diamond-outline": "Rombo sin relleno",
  "head.bar": "Barra",
  "head.one": "Uno",
  "head.many": "Muchos",
  "head.one-or-many": "Uno o muchos",
  "head.exactly-one": "Exactamente uno",
  "head.zero-or-one": "Cero o uno",
  "head.zero-or-many": "Cero o muchos",
};

const fr: Words = {
  route: "Tracé de la ligne",
  "route.sharp": "Droit",
  "route.curved": "Courbe",
  "route.elbow": "À angle droit",
  startHead: "Début : {head}",
  endHead: "Fin : {head}",
  "heads.startHead": "Pointe au début",
  "heads.endHead": "Pointe à la fin",
  "head.mixed": "diverses",
  "head.none": "Aucune",
  "head.arrow": "Flèche",
  "head.open": "Flèche ouverte",
  "head.triangle": "Triangle",
  "head.triangle-outline": "Triangle vide",
  "head.dot": "Point",
  "head.dot-outline": "Cercle",
  "head.diamond": "Losange",
  "head.diamond-outline": "Losange vide",
  "head.bar": "Barre",
  "head.one": "Un",
  "head.many": "Plusieurs",
  "head.one-or-many": "Un ou plusieurs",
  "head.exactly-one": "Exactement un",
  "head.zero-or-one": "Zéro ou un",
  "head.zero-or-many": "Zéro ou plusieurs",
};

/** By the language's code, as the page's own tables. */
export const TABLES: Readonly<Record<string, Words>> = { en, de, es, fr };

/** In the language that the page speaks. */
export function word(key: keyof Words, params?: Readonly<Record<string, string | number>>): string {
  return createTranslate(TABLES[locale()] ?? en, locale())(key, params);
}
