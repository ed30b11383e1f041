// What colours are told of where one is chosen, in all languages: fetched with the code that says it.
import { createWords } from "../i18n/translate.ts";

const en = {
  other: "Another colour",
  otherIs: "Another colour: {color}",
  inside: "Colour inside",
  insideIs: "Colour inside: {color}",
  same: "As the line",
  none: "None",
  mixed: "several",
  palette: "Palette",
  field: "Saturation and brightness",
  fieldIs: "Saturation {saturation} %, brightness {brightness} %",
  hue: "Hue",
  hex: "Colour code",
  recent: "Used lately",
  onBoard: "On this board",
  pick: "Take a colour from the board",
  pickHint: "Click what has the colour you want. Esc stops",
  nothing: "Nothing of a colour is here",
} as const satisfies Readonly<Record<string, string>>;

type Words = Readonly<Record<keyof typeof en, string>>;

const de: Words = {
  other: "Andere Farbe",
  otherIs: "Andere Farbe: {color}",
  inside: "Farbe innen",
  insideIs: "Farbe innen: {color}",
  same: "Wie die Linie",
  none: "Keine",
  mixed: "verschiedene",
  palette: "Palette",
  field: "Sättigung und Helligkeit",
  fieldIs: "Sättigung {saturation} %, Helligkeit {brightness} %",
  hue: "Farbton",
  hex: "Farbcode",
  recent: "Zuletzt benutzt",
  onBoard: "Auf diesem Board",
  pick: "Eine Farbe vom Board aufnehmen",
  pickHint: "Klicke auf etwas, das die gewünschte Farbe hat. Esc beendet",
  nothing: "Hier ist nichts, das eine Farbe hat",
};

const es: Words = {
  other: "Otro color",
  otherIs: "Otro color: {color}",
  inside: "Color interior",
  insideIs: "Color interior: {color}",
  same: "Como la línea",
  none: "Ninguno",
  mixed: "varios",
  palette: "Paleta",
  field: "Saturación y brillo",
  fieldIs: "Saturación {saturation} %, brillo {brightness} %",
  hue: "Tono",
  hex: "Código de color",
  recent: "Usados hace poco",
  onBoard: "En este tablero",
  pick: "Tomar un color del tablero",
  pickHint: "Haz clic en algo que tenga el color que quieres. Esc termina",
  nothing: "Aquí no hay nada que tenga color",
};

const fr: Words = {
  other: "Autre couleur",
  otherIs: "Autre couleur : {color}",
  inside: "Couleur intérieure",
  insideIs: "Couleur intérieure : {color}",
  same: "Comme le trait",
  none: "Aucune",
  mixed: "plusieurs",
  palette: "Palette",
  field: "Saturation et luminosité",
  fieldIs: "Saturation {saturation} %, luminosité {brightness} %",
  hue: "Teinte",
  hex: "Code couleur",
  recent: "Utilisées récemment",
  onBoard: "Sur ce tableau",
  pick: "Prélever une couleur sur le tableau",
  pickHint: "Cliquez sur ce qui a la couleur voulue. Échap pour arrêter",
  nothing: "Rien de coloré ici",
};

export const TABLES = { en, de, es, fr };
export const word = createWords<keyof typeof en>(TABLES);
