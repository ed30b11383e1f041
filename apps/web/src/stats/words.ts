// What the numbers beside the board are called, in all languages: fetched with them.
import { createWords } from "../i18n/translate.ts";

const en = {
  title: "Stats",
  close: "Close the stats",
  shapes: "Shapes",
  selected: "Selected",
  place: "Place",
  size: "Size",
  angle: "Angle",
  zoom: "Zoom",
  people: "People here",
} as const;
type Words = Readonly<Record<keyof typeof en, string>>;

const de: Words = {
  title: "Zahlen",
  close: "Zahlen schließen",
  shapes: "Formen",
  selected: "Ausgewählt",
  place: "Ort",
  size: "Größe",
  angle: "Winkel",
  zoom: "Zoom",
  people: "Leute hier",
};
const es: Words = {
  title: "Datos",
  close: "Cerrar los datos",
  shapes: "Formas",
  selected: "Seleccionadas",
  place: "Lugar",
  size: "Tamaño",
  angle: "Ángulo",
  zoom: "Zoom",
  people: "Personas aquí",
};
const fr: Words = {
  title: "Chiffres",
  close: "Fermer les chiffres",
  shapes: "Formes",
  selected: "Sélection",
  place: "Position",
  size: "Taille",
  angle: "Angle",
  zoom: "Zoom",
  people: "Présents",
};

export const word = createWords({ en, de, es, fr });
