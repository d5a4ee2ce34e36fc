import { baseLanguage } from '../flow-texts.ts';

const english = {
  text: 'Please write an answer.',
  textShort: 'Please write at least {min} characters.',
  textLong: 'Please write at most {max} characters.',
  pattern: 'That does not have the expected form. Please check it and try again.',
  email: 'Please enter a valid email address, such as name@example.com.',
  phone: 'Please enter a valid phone number, such as +49 30 1234567.',
  url: 'Please enter a web address, such as https://example.com.',
  number: 'Please enter a number.',
  numberMin: 'Please enter a number of at least {min}.',
  numberMax: 'Please enter a number of at most {max}.',
  numberBetween: 'Please enter a number between {min} and {max}.',
  rating: 'Please enter a whole number from {min} to {max}.',
  date: 'Please enter a date as year-month-day, such as 2027-01-31.',
  dateMin: 'Please enter a date no earlier than {min}.',
  dateMax: 'Please enter a date no later than {max}.',
  dateBetween: 'Please enter a date between {min} and {max}.',
  choice: 'Please choose one of: {options}.',
  choices: 'Please choose from: {options}.',
  choicesMin: 'Please choose at least {min} of: {options}.',
  choicesMax: 'Please choose at most {max} of: {options}.',
  consent: 'Please answer yes or no.',
  yes: 'Yes',
  no: 'No',
};
export type PhraseName = keyof typeof english;
type Phrases = Readonly<Record<PhraseName, string>>;

const german: Phrases = {
  text: 'Bitte schreiben Sie eine Antwort.',
  textShort: 'Bitte schreiben Sie mindestens {min} Zeichen.',
  textLong: 'Bitte schreiben Sie höchstens {max} Zeichen.',
  pattern: 'Das hat nicht die erwartete Form. Bitte prüfen Sie es und versuchen Sie es noch einmal.',
  email: 'Bitte geben Sie eine gültige E-Mail-Adresse ein, etwa name@example.com.',
  phone: 'Bitte geben Sie eine gültige Telefonnummer ein, etwa +49 30 1234567.',
  url: 'Bitte geben Sie eine Webadresse ein, etwa https://example.com.',
  number: 'Bitte geben Sie eine Zahl ein.',
  numberMin: 'Bitte geben Sie eine Zahl von mindestens {min} ein.',
  numberMax: 'Bitte geben Sie eine Zahl von höchstens {max} ein.',
  numberBetween: 'Bitte geben Sie eine Zahl zwischen {min} und {max} ein.',
  rating: 'Bitte geben Sie eine ganze Zahl von {min} bis {max} ein.',
  date: 'Bitte geben Sie ein Datum als Jahr-Monat-Tag ein, etwa 2027-01-31.',
  dateMin: 'Bitte geben Sie ein Datum ab dem {min} ein.',
  dateMax: 'Bitte geben Sie ein Datum bis zum {max} ein.',
  dateBetween: 'Bitte geben Sie ein Datum zwischen {min} und {max} ein.',
  choice: 'Bitte wählen Sie eine Möglichkeit: {options}.',
  choices: 'Bitte wählen Sie aus: {options}.',
  choicesMin: 'Bitte wählen Sie mindestens {min} aus: {options}.',
  choicesMax: 'Bitte wählen Sie höchstens {max} aus: {options}.',
  consent: 'Bitte antworten Sie mit Ja oder Nein.',
  yes: 'Ja',
  no: 'Nein',
};

const french: Phrases = {
  text: 'Veuillez écrire une réponse.',
  textShort: 'Veuillez écrire au moins {min} caractères.',
  textLong: 'Veuillez écrire au plus {max} caractères.',
  pattern: "La réponse n'a pas la forme attendue. Veuillez la vérifier et réessayer.",
  email: 'Veuillez saisir une adresse e-mail valide, par exemple name@example.com.',
  phone: 'Veuillez saisir un numéro de téléphone valide, par exemple +33 1 23 45 67 89.',
  url: 'Veuillez saisir une adresse web, par exemple https://example.com.',
  number: 'Veuillez saisir un nombre.',
  numberMin: "Veuillez saisir un nombre d'au moins {min}.",
  numberMax: "Veuillez saisir un nombre d'au plus {max}.",
  numberBetween: 'Veuillez saisir un nombre entre {min} et {max}.',
  rating: 'Veuillez saisir un nombre entier de {min} à {max}.',
  date: 'Veuillez saisir une date sous la forme année-mois-jour, par exemple 2027-01-31.',
  dateMin: 'Veuillez saisir une date à partir du {min}.',
  dateMax: "Veuillez saisir une date jusqu'au {max}.",
  dateBetween: 'Veuillez saisir une date entre le {min} et le {max}.',
  choice: 'Veuillez choisir une option : {options}.',
  choices: 'Veuillez choisir parmi : {options}.',
  choicesMin: 'Veuillez choisir au moins {min} options parmi : {options}.',
  choicesMax: 'Veuillez choisir au plus {max} options parmi : {options}.',
  consent: 'Veuillez répondre par oui ou par non.',
  yes: 'Oui',
  no: 'Non',
};

const spanish: Phrases = {
  text: 'Escriba una respuesta.',
  textShort: 'Escriba al menos {min} caracteres.',
  textLong: 'Escriba como máximo {max} caracteres.',
  pattern: 'La respuesta no tiene la forma esperada. Revísela e inténtelo de nuevo.',
  email: 'Introduzca un correo electrónico válido, por ejemplo name@example.com.',
  phone: 'Introduzca un número de teléfono válido, por ejemplo +34 912 345 678.',
  url: 'Introduzca una dirección web, por ejemplo https://example.com.',
  number: 'Introduzca un número.',
  numberMin: 'Introduzca un número de al menos {min}.',
  numberMax: 'Introduzca un número de como máximo {max}.',
  numberBetween: 'Introduzca un número entre {min} y {max}.',
  rating: 'Introduzca un número entero de {min} a {max}.',
  date: 'Introduzca una fecha como año-mes-día, por ejemplo 2027-01-31.',
  dateMin: 'Introduzca una fecha a partir del {min}.',
  dateMax: 'Introduzca una fecha hasta el {max}.',
  dateBetween: 'Introduzca una fecha entre el {min} y el {max}.',
  choice: 'Elija una opción: {options}.',
  choices: 'Elija entre: {options}.',
  choicesMin: 'Elija al menos {min} de: {options}.',
  choicesMax: 'Elija como máximo {max} de: {options}.',
  consent: 'Responda sí o no.',
  yes: 'Sí',
  no: 'No',
};

const languages: ReadonlyMap<string, Phrases> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
]);

/** A built-in sentence in the visitor's language, English where it is not spoken; `{name}` is filled in. */
export function phrase(
  name: PhraseName,
  language: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const phrases = languages.get(baseLanguage(language)) ?? english;
  return phrases[name].replace(/\{(\w+)\}/g, (_, value: string) => String(values[value] ?? ''));
}
