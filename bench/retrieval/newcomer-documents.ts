/** Questions to one document as its visitors type them, none of them written with the answer in view. */
export interface NewcomerDocument {
  /** In `bench/retrieval/newcomer/`. */
  readonly file: string;
  readonly title: string;
  readonly language: string;
  /** The question, and words of the document that a visitor must see to have the answer. */
  readonly answerable: readonly (readonly [question: string, answer: string])[];
  readonly unanswerable: readonly string[];
  /** What was chosen by these may not be judged by them. */
  readonly half: 'tune' | 'test';
}

/** Documents of our own, such as a newcomer uploads first: each is the whole library. */
export const newcomerDocuments: readonly NewcomerDocument[] = [
  {
    file: 'gym-house-rules.md',
    title: 'House rules',
    language: 'en',
    half: 'tune',
    answerable: [
      ['when do you open on sundays', 'Sunday from 9 am'],
      ['how do i cancel my membership', 'cancel in writing'],
      ['can i bring a friend', 'one guest per month'],
      ['do i need a towel', 'towel on every machine'],
      ['my son is 15 can he train here', 'From 14 years on'],
      ['can i take my phone into the sauna', 'forbidden in the sauna'],
      ['is there parking', 'park for free'],
      ['how much is personal training', '25 euros an hour'],
      ['i forgot something in my locker where is it now', 'kept at the front desk for two weeks'],
      ['can i use chalk', 'Chalk is permitted'],
      ['i want to freeze my membership for 2 months', 'pause your membership'],
      ['how early can i book a class', 'seven days ahead'],
    ],
    unanswerable: [
      'how much is a monthly membership',
      'do you have a swimming pool',
      'is there wifi',
      'do you sell protein shakes',
      'can my dog come along',
      'who is the owner',
    ],
  },
  {
    file: 'software-prices.md',
    title: 'Plans and prices',
    language: 'en',
    half: 'tune',
    answerable: [
      ['how much is the team plan', '€29'],
      ['is there a free trial', '30 days'],
      ['whats the price for an extra user', 'further user costs'],
      ['can i pay with paypal', 'PayPal'],
      ['do you have a discount for schools', '40 %'],
      ['where is my data stored', 'Frankfurt'],
      ['can i switch to a cheaper plan later', 'downgrade takes effect'],
      ['do you offer phone support', 'phone, weekdays'],
      ['does it work with datev', 'DATEV'],
      ['what happens after the trial is over', 'read-only'],
      ['do i get my money back if i quit', 'do not refund'],
      ['can you import my data from lexware', 'Lexware'],
    ],
    unanswerable: [
      'do you have an office in london',
      'can i get a demo with a sales person',
      'does it integrate with shopify',
      'is there a desktop version for linux',
      'how do i reset my password',
      'which languages does the app speak',
    ],
  },
  {
    file: 'kundenservice.md',
    title: 'Häufige Fragen',
    language: 'de',
    half: 'tune',
    answerable: [
      ['was kostet der versand in die schweiz', '14,90 Euro'],
      ['wie lange habe ich zeit für die rückgabe', '30 Tage'],
      ['wo bleibt meine bestellung', 'Sendungsnummer'],
      ['kann ich auf rechnung zahlen', 'auf Rechnung'],
      ['lieferzeit nach österreich', 'vier bis sechs Werktagen'],
      ['meine lampe kam kaputt an', 'ein Foto'],
      ['passwort vergessen', 'Passwort vergessen'],
      ['wann habt ihr offen', '10 bis 19 Uhr'],
      ['kann ich die lieferadresse noch ändern', 'Adresse und die Artikel'],
      ['garantie auf möbel', 'fünf Jahre'],
      ['wie kann ich mein konto löschen', 'datenschutz@lindenhaus.example'],
      ['ist die rücksendung kostenlos', 'Rücksendung ist für Sie kostenlos'],
    ],
    unanswerable: [
      'habt ihr auch gartenmöbel',
      'kann ich in bar zahlen',
      'sucht ihr mitarbeiter',
      'gibt es einen newsletter',
      'baut ihr die möbel auch auf',
      'liefert ihr nach frankreich',
    ],
  },
  {
    file: 'vet-practice.md',
    title: 'Information for pet owners',
    language: 'en',
    half: 'test',
    answerable: [
      ['how much does a checkup cost', 'first consultation costs £48'],
      ['are you open on saturday', 'open clinic'],
      ['when should my kitten get its first shot', 'kittens at nine'],
      ['can my cat eat before the surgery', 'no food from 8'],
      ['what do i need to take my dog to france', 'microchip'],
      ['do you take credit cards', 'by card or in cash'],
      ['my dog has a seizure at night who do i call', 'night service'],
      ['how much is the paws plan for a cat', '£11'],
      ['can i pay in installments', 'three instalments'],
      ['where can i park', 'six parking spaces'],
      ['how do i order more of my dogs medicine', 'Order repeat prescriptions'],
      ['do you come to the house to put a dog down', 'at your home'],
    ],
    unanswerable: [
      'do you treat horses',
      'can you look after my cat while im on holiday in the mountains with my hamster',
      'do you sell dog food',
      'how much is a dental cleaning',
      'are you hiring nurses',
      'what is the best breed for children',
    ],
  },
  {
    file: 'ferienwohnung.md',
    title: 'Gästemappe',
    language: 'de',
    half: 'test',
    answerable: [
      ['wann können wir einchecken', 'ab 15 Uhr'],
      ['wie ist das wlan passwort', 'Rückseite des Routers'],
      ['wo kann ich das auto abstellen', 'Stellplatz Nummer 7'],
      ['dürfen wir unseren hund mitbringen', '8 Euro pro Nacht'],
      ['muss ich handtücher mitnehmen', 'zwei Handtücher'],
      ['das wasser wird nicht warm', 'rote Taste'],
      ['wie hoch ist die kurtaxe', '2,10 Euro'],
      ['wo gibts brötchen', 'Bäckerei Huber'],
      ['bis wann muss man raus sein', 'bis 10 Uhr'],
      ['kann ich kostenlos stornieren', 'Bis 30 Tage'],
      ['darf man auf dem balkon rauchen', 'Aschenbecher'],
      ['wo kommt der müll hin', 'hinter der Garage'],
    ],
    unanswerable: [
      'gibt es eine waschmaschine',
      'kann man fahrräder leihen',
      'habt ihr einen fernseher',
      'welche restaurants empfehlen sie',
      'ist die wohnung barrierefrei',
      'was kostet die endreinigung',
    ],
  },
];
