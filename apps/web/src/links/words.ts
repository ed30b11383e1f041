// What is said about what shapes lead to, in all languages: fetched with the code that says it.
import { createWords } from "../i18n/translate.ts";

const en = {
  title: "Link",
  hint: "A web address, a mail address, or the link of a shape on this board",
  field: "Address",
  save: "Save link",
  open: "Open link",
  remove: "Remove link",
  none: "That is no address of a page, of mail, or of a place on this board",
  toPlace: "To a place on this board",
} as const;
type Words = Readonly<Record<keyof typeof en, string>>;

const de: Words = {
  title: "Link",
  hint: "Eine Webadresse, eine Mailadresse oder der Link einer Form auf diesem Board",
  field: "Adresse",
  save: "Link speichern",
  open: "Link öffnen",
  remove: "Link entfernen",
  none: "Das ist weder die Adresse einer Seite noch eine Mailadresse oder ein Ort auf diesem Board",
  toPlace: "Zu einem Ort auf diesem Board",
};
const es: Words = {
  title: "Enlace",
  hint: "Una dirección web, una de correo o el enlace de una forma de esta pizarra",
  field: "Dirección",
  save: "Guardar enlace",
  open: "Abrir enlace",
  remove: "Quitar enlace",
  none: "No es la dirección de una página, ni de correo, ni un lugar de esta pizarra",
  toPlace: "A un lugar de esta pizarra",
};
const fr: Words = {
  title: "Lien",
  hint: "Une adresse web, une adresse e-mail ou le lien d’une forme de ce tableau",
  field: "Adresse",
  save: "Enregistrer le lien",
  open: "Ouvrir le lien",
  remove: "Retirer le lien",
  none: "Ce n’est ni l’adresse d’une page, ni une adresse e-mail, ni un endroit de ce tableau",
  toPlace: "Vers un endroit de ce tableau",
};

/** By the language's code, as the page's own tables. */
export const TABLES = { en, de, es, fr };

/** In the language that the page speaks. */
export const linkWord = createWords<keyof Words>(TABLES);
