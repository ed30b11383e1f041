// What is said while frames are shown as slides, in all languages: fetched with the code that says it.
import { createWords } from "../i18n/translate.ts";

const en = {
  label: "Presentation",
  controls: "Presentation controls",
  slide: "Slide {place} of {count}",
  namedSlide: "Slide {place} of {count}: {name}",
  counter: "{place} / {count}",
  next: "Next slide",
  previous: "Previous slide",
  fullScreen: "Full screen",
  end: "End the presentation",
  noneTitle: "There are no slides yet",
  none: "Each frame is a slide. Draw one (F) around what you want to show.",
  noneToSee: "Each frame on a board is a slide, and this board has none.",
  frame: "Draw a frame",
  goneTitle: "The presentation has ended",
  gone: "The last frame was deleted.",
} as const;
type Words = Readonly<Record<keyof typeof en, string>>;

const de: Words = {
  label: "Präsentation",
  controls: "Steuerung der Präsentation",
  slide: "Folie {place} von {count}",
  namedSlide: "Folie {place} von {count}: {name}",
  counter: "{place} / {count}",
  next: "Nächste Folie",
  previous: "Vorige Folie",
  fullScreen: "Vollbild",
  end: "Präsentation beenden",
  noneTitle: "Es gibt noch keine Folien",
  none: "Jeder Rahmen ist eine Folie. Ziehe einen (F) um das, was du zeigen willst.",
  noneToSee: "Jeder Rahmen auf einem Board ist eine Folie, und dieses Board hat keinen.",
  frame: "Rahmen ziehen",
  goneTitle: "Die Präsentation ist zu Ende",
  gone: "Der letzte Rahmen wurde gelöscht.",
};
const es: Words = {
  label: "Presentación",
  controls: "Controles de la presentación",
  slide: "Diapositiva {place} de {count}",
  namedSlide: "Diapositiva {place} de {count}: {name}",
  counter: "{place} / {count}",
  next: "Diapositiva siguiente",
  previous: "Diapositiva anterior",
  fullScreen: "Pantalla completa",
  end: "Terminar la presentación",
  noneTitle: "Todavía no hay diapositivas",
  none: "Cada marco es una diapositiva. Dibuja uno (F) alrededor de lo que quieras mostrar.",
  noneToSee: "Cada marco de una pizarra es una diapositiva, y esta no tiene ninguno.",
  frame: "Dibujar un marco",
  goneTitle: "La presentación ha terminado",
  gone: "Se eliminó el último marco.",
};
const fr: Words = {
  label: "Présentation",
  controls: "Commandes de la présentation",
  slide: "Diapositive {place} sur {count}",
  namedSlide: "Diapositive {place} sur {count} : {name}",
  counter: "{place} / {count}",
  next: "Diapositive suivante",
  previous: "Diapositive précédente",
  fullScreen: "Plein écran",
  end: "Terminer la présentation",
  noneTitle: "Il n’y a pas encore de diapositives",
  none: "Chaque cadre est une diapositive. Tracez-en un (F) autour de ce que vous voulez montrer.",
  noneToSee: "Chaque cadre d’un tableau est une diapositive, et celui-ci n’en a pas.",
  frame: "Tracer un cadre",
  goneTitle: "La présentation est terminée",
  gone: "Le dernier cadre a été supprimé.",
};

/** By the language's code, as the page's own tables. */
export const TABLES = { en, de, es, fr };

/** In the language that the page speaks. */
export const slideWord = createWords<keyof Words>(TABLES);
