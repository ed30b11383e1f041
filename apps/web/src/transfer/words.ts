// What a person is told about what was opened, pasted and cleared away, in all languages: fetched with the code that says it.
import type { Plural } from "../i18n/en.ts";
import { createWords } from "../i18n/translate.ts";

const en = {
  place: "A place on this board",
  clipboard: "The clipboard",
  newer: "{name} was made with a newer version of Inkroom",
  unknown: "{name} is no board and no drawing that can be opened here",
  tooLarge: "{name} is too large to be opened here",
  empty: "There is nothing in {name}",
  nothing: "There is nothing on the clipboard that can be pasted here",
  denied: "This browser does not let the clipboard be read. Press {key} instead",
  notCopied: "Copying was not allowed",
  changed: "Not all of {name} could be carried over",
  ok: "OK",
  cleared: "The board is cleared",
  undo: "Undo",
  leftOut: { one: "{count} shape could not be read and was left out", other: "{count} shapes could not be read and were left out" },
  "lost.image": { one: "{count} image left out", other: "{count} images left out" },
  "lost.embed": { one: "{count} embedded page as a rectangle", other: "{count} embedded pages as rectangles" },
  "lost.unknown": { one: "{count} element of an unknown kind", other: "{count} elements of unknown kinds" },
  "lost.broken": { one: "{count} damaged element", other: "{count} damaged elements" },
  "lost.link": { one: "{count} link", other: "{count} links" },
  "lost.group": { one: "{count} group taken apart", other: "{count} groups taken apart" },
  "lost.label": { one: "{count} label as a text of its own", other: "{count} labels as texts of their own" },
  "lost.letters": { one: "{count} label in letters of another size", other: "{count} labels in letters of another size" },
  "lost.color": {
    one: "{count} element in a colour that could not be kept as it was",
    other: "{count} elements in colours that could not be kept as they were",
  },
  "lost.head": { one: "{count} arrowhead of another form", other: "{count} arrowheads of other forms" },
} as const satisfies Readonly<Record<string, Plural | string>>;

type Words = Readonly<{ [K in keyof typeof en]: (typeof en)[K] extends string ? string : Plural }>;
export type WordKey = keyof Words;

const de: Words = {
  place: "Ein Ort auf diesem Board",
  clipboard: "Die Zwischenablage",
  newer: "{name} stammt aus einer neueren Version von Inkroom",
  unknown: "{name} ist kein Board und keine Zeichnung, die sich hier öffnen lässt",
  tooLarge: "{name} ist zu groß, um hier geöffnet zu werden",
  empty: "{name} enthält nichts",
  nothing: "In der Zwischenablage ist nichts, das sich hier einfügen lässt",
  denied: "Dieser Browser gibt die Zwischenablage nicht frei. Drücke stattdessen {key}",
  notCopied: "Kopieren wurde nicht erlaubt",
  changed: "Nicht alles aus {name} ließ sich übernehmen",
  ok: "OK",
  cleared: "Das Board ist leer",
  undo: "Rückgängig",
  leftOut: {
    one: "{count} Form war nicht lesbar und wurde weggelassen",
    other: "{count} Formen waren nicht lesbar und wurden weggelassen",
  },
  "lost.image": { one: "{count} Bild weggelassen", other: "{count} Bilder weggelassen" },
  "lost.embed": { one: "{count} eingebettete Seite als Rechteck", other: "{count} eingebettete Seiten als Rechtecke" },
  "lost.unknown": { one: "{count} Element unbekannter Art", other: "{count} Elemente unbekannter Art" },
  "lost.broken": { one: "{count} beschädigtes Element", other: "{count} beschädigte Elemente" },
  "lost.link": { one: "{count} Verweis", other: "{count} Verweise" },
  "lost.group": { one: "{count} Gruppe aufgelöst", other: "{count} Gruppen aufgelöst" },
  "lost.label": { one: "{count} Beschriftung als eigener Text", other: "{count} Beschriftungen als eigene Texte" },
  "lost.letters": { one: "{count} Beschriftung in anderer Schriftgröße", other: "{count} Beschriftungen in anderer Schriftgröße" },
  "lost.color": {
    one: "{count} Element, dessen Farbe nicht bleiben konnte, wie sie war",
    other: "{count} Elemente, deren Farben nicht bleiben konnten, wie sie waren",
  },
  "lost.head": { one: "{count} Pfeilspitze anderer Form", other: "{count} Pfeilspitzen anderer Form" },
};

const es: Words = {
  place: "Un lugar de esta pizarra",
  clipboard: "El portapapeles",
  newer: "{name} se hizo con una versión más reciente de Inkroom",
  unknown: "{name} no es un tablero ni un dibujo que se pueda abrir aquí",
  tooLarge: "{name} es demasiado grande para abrirlo aquí",
  empty: "No hay nada en {name}",
  nothing: "En el portapapeles no hay nada que se pueda pegar aquí",
  denied: "Este navegador no deja leer el portapapeles. Pulsa {key}",
  notCopied: "No se permitió copiar",
  changed: "No se pudo traer todo de {name}",
  ok: "Aceptar",
  cleared: "La pizarra está vacía",
  undo: "Deshacer",
  leftOut: { one: "{count} forma no se pudo leer y se omitió", other: "{count} formas no se pudieron leer y se omitieron" },
  "lost.image": { one: "{count} imagen omitida", other: "{count} imágenes omitidas" },
  "lost.embed": { one: "{count} página incrustada como rectángulo", other: "{count} páginas incrustadas como rectángulos" },
  "lost.unknown": { one: "{count} elemento de tipo desconocido", other: "{count} elementos de tipo desconocido" },
  "lost.broken": { one: "{count} elemento dañado", other: "{count} elementos dañados" },
  "lost.link": { one: "{count} enlace", other: "{count} enlaces" },
  "lost.group": { one: "{count} grupo separado", other: "{count} grupos separados" },
  "lost.label": { one: "{count} etiqueta como texto aparte", other: "{count} etiquetas como textos aparte" },
  "lost.letters": { one: "{count} etiqueta con letra de otro tamaño", other: "{count} etiquetas con letra de otro tamaño" },
  "lost.color": {
    one: "{count} elemento cuyo color no se pudo conservar tal cual",
    other: "{count} elementos cuyos colores no se pudieron conservar tal cual",
  },
  "lost.head": { one: "{count} punta de flecha de otra forma", other: "{count} puntas de flecha de otra forma" },
};

const fr: Words = {
  place: "Un endroit de ce tableau",
  clipboard: "Le presse-papiers",
  newer: "{name} vient d’une version plus récente d’Inkroom",
  unknown: "{name} n’est ni un tableau ni un dessin que l’on puisse ouvrir ici",
  tooLarge: "{name} est trop volumineux pour être ouvert ici",
  empty: "Il n’y a rien dans {name}",
  nothing: "Le presse-papiers ne contient rien que l’on puisse coller ici",
  denied: "Ce navigateur ne laisse pas lire le presse-papiers. Utilisez {key}",
  notCopied: "La copie n’a pas été autorisée",
  changed: "Tout n’a pas pu être repris de {name}",
  ok: "OK",
  cleared: "Le tableau est vide",
  undo: "Annuler",
  leftOut: { one: "{count} forme illisible a été laissée de côté", other: "{count} formes illisibles ont été laissées de côté" },
  "lost.image": { one: "{count} image laissée de côté", other: "{count} images laissées de côté" },
  "lost.embed": { one: "{count} page intégrée remplacée par un rectangle", other: "{count} pages intégrées remplacées par des rectangles" },
  "lost.unknown": { one: "{count} élément de type inconnu", other: "{count} éléments de type inconnu" },
  "lost.broken": { one: "{count} élément endommagé", other: "{count} éléments endommagés" },
  "lost.link": { one: "{count} lien", other: "{count} liens" },
  "lost.group": { one: "{count} groupe défait", other: "{count} groupes défaits" },
  "lost.label": { one: "{count} étiquette en texte à part", other: "{count} étiquettes en textes à part" },
  "lost.letters": {
    one: "{count} étiquette dans une autre taille de lettres",
    other: "{count} étiquettes dans une autre taille de lettres",
  },
  "lost.color": {
    one: "{count} élément dont la couleur n’a pas pu être gardée telle quelle",
    other: "{count} éléments dont les couleurs n’ont pas pu être gardées telles quelles",
  },
  "lost.head": { one: "{count} pointe de flèche d’une autre forme", other: "{count} pointes de flèche d’autres formes" },
};

/** By the language's code, as the page's own tables. */
export const TABLES = { en, de, es, fr };

/** In the language that the page speaks. */
export const word = createWords<WordKey>(TABLES);
