// What the export dialog says, in all languages: fetched with it.
import { createWords } from "../i18n/translate.ts";

const en = {
  title: "Export a picture",
  what: "What",
  selection: "Selection",
  board: "Whole board",
  format: "Format",
  scale: "Size",
  background: "Background",
  paper: "Paper",
  pattern: "Pattern",
  none: "None",
  theme: "Colours",
  light: "Light",
  dark: "Dark",
  save: "Save",
  copy: "Copy",
  preview: "Preview",
  empty: "There is nothing on the board yet",
  pixels: "{w} × {h} pixels",
};
type Words = Readonly<typeof en>;
const de: Words = {
  title: "Bild exportieren",
  what: "Was",
  selection: "Auswahl",
  board: "Ganzes Board",
  format: "Format",
  scale: "Größe",
  background: "Hintergrund",
  paper: "Papier",
  pattern: "Muster",
  none: "Keiner",
  theme: "Farben",
  light: "Hell",
  dark: "Dunkel",
  save: "Speichern",
  copy: "Kopieren",
  preview: "Vorschau",
  empty: "Auf dem Board ist noch nichts",
  pixels: "{w} × {h} Pixel",
};
const es: Words = {
  title: "Exportar una imagen",
  what: "Qué",
  selection: "Selección",
  board: "Todo el tablero",
  format: "Formato",
  scale: "Tamaño",
  background: "Fondo",
  paper: "Papel",
  pattern: "Trama",
  none: "Ninguno",
  theme: "Colores",
  light: "Claro",
  dark: "Oscuro",
  save: "Guardar",
  copy: "Copiar",
  preview: "Vista previa",
  empty: "Aún no hay nada en el tablero",
  pixels: "{w} × {h} píxeles",
};
const fr: Words = {
  title: "Exporter une image",
  what: "Quoi",
  selection: "Sélection",
  board: "Tout le tableau",
  format: "Format",
  scale: "Taille",
  background: "Fond",
  paper: "Papier",
  pattern: "Motif",
  none: "Aucun",
  theme: "Couleurs",
  light: "Clair",
  dark: "Sombre",
  save: "Enregistrer",
  copy: "Copier",
  preview: "Aperçu",
  empty: "Il n’y a encore rien sur le tableau",
  pixels: "{w} × {h} pixels",
};

/** By the language's code, as the page's own tables. */
export const TABLES = { en, de, es, fr };

/** In the language that the page speaks. */
export const word = createWords<keyof Words>(TABLES);
