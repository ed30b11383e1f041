// What a person is told about pictures, in all languages: fetched with the code that says it.
import type { Plural } from "../i18n/en.ts";
import { createWords } from "../i18n/translate.ts";

const en = {
  roomFull: "This board has no room for more pictures",
  refused: "The server did not take a picture",
  stillHere: "It is on this device only: others do not see it.",
  noPicture: "{name} is no picture that can be shown here",
  tooLarge: "{name} is too large for a picture",
  altTitle: "Describe the picture",
  altHint: "Read aloud to people who do not see it",
  altSave: "Save",
} as const satisfies Readonly<Record<string, Plural | string>>;
type Words = Readonly<Record<keyof typeof en, string>>;

const de: Words = {
  roomFull: "Dieses Board hat keinen Platz für weitere Bilder",
  refused: "Der Server hat ein Bild nicht angenommen",
  stillHere: "Es ist nur auf diesem Gerät: Andere sehen es nicht.",
  noPicture: "{name} ist kein Bild, das sich hier zeigen lässt",
  tooLarge: "{name} ist zu groß für ein Bild",
  altTitle: "Bild beschreiben",
  altHint: "Wird Menschen vorgelesen, die es nicht sehen",
  altSave: "Speichern",
};
const es: Words = {
  roomFull: "En este tablero no caben más imágenes",
  refused: "El servidor no aceptó una imagen",
  stillHere: "Solo está en este dispositivo: los demás no la ven.",
  noPicture: "{name} no es una imagen que se pueda mostrar aquí",
  tooLarge: "{name} es demasiado grande para una imagen",
  altTitle: "Describir la imagen",
  altHint: "Se lee en voz alta a quienes no la ven",
  altSave: "Guardar",
};
const fr: Words = {
  roomFull: "Ce tableau n’a plus de place pour des images",
  refused: "Le serveur n’a pas accepté une image",
  stillHere: "Elle n’est que sur cet appareil : les autres ne la voient pas.",
  noPicture: "{name} n’est pas une image que l’on puisse afficher ici",
  tooLarge: "{name} est trop volumineuse pour une image",
  altTitle: "Décrire l’image",
  altHint: "Lu à voix haute aux personnes qui ne la voient pas",
  altSave: "Enregistrer",
};

/** By the language's code, as the page's own tables. */
export const TABLES = { en, de, es, fr };

/** In the language that the page speaks. */
export const pictureWord = createWords<keyof Words>(TABLES);
