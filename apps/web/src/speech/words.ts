// What is told of saying something at one's cursor, in all languages: fetched with the code that says it.
import { createWords } from "../i18n/translate.ts";

const en = { field: "What you say at your cursor", placeholder: "Say something", said: "{name}: {text}" };
type Words = Readonly<Record<keyof typeof en, string>>;
const de: Words = { field: "Was du an deinem Zeiger sagst", placeholder: "Sag etwas", said: "{name}: {text}" };
const es: Words = { field: "Lo que dices junto a tu cursor", placeholder: "Di algo", said: "{name}: {text}" };
const fr: Words = { field: "Ce que vous dites près de votre curseur", placeholder: "Dites quelque chose", said: "{name} : {text}" };

export const TABLES = { en, de, es, fr };
export const word = createWords<keyof typeof en>(TABLES);
