export type Courtesy = 'greeting' | 'thanks' | 'farewell';

/** What the visitor says to be polite and nothing else; null where something is asked besides. */
export function courtesyOf(text: string): Courtesy | null {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return courtesies.find(([, phrases]) => phrases.has(said))?.[0] ?? null;
}

const courtesies: readonly (readonly [Courtesy, ReadonlySet<string>])[] = [
  [
    'greeting',
    phrases(`hi, hello, hey, hi there, hello there, hey there, good morning, good afternoon, good evening, greetings,
    hallo, guten tag, guten morgen, guten abend, moin, servus, grüß gott, grüezi,
    bonjour, bonsoir, salut, coucou, hola, buenos días, buenos dias, buenas tardes, buenas noches, buenas,
    olá, ola, oi, bom dia, boa tarde, boa noite,
    مرحبا, أهلا, اهلا, أهلا وسهلا, السلام عليكم, صباح الخير, مساء الخير`),
  ],
  [
    'thanks',
    phrases(`thanks, thank you, thank you very much, thank you so much, thanks a lot, many thanks, thx, ty, cheers,
    ok, okay, great, perfect, cool, super, got it, i see, understood, nice,
    ok thanks, okay thanks, ok thank you, great thanks, perfect thanks, great thank you, perfect thank you,
    danke, danke schön, danke sehr, vielen dank, besten dank, dankeschön, ok danke, super danke, alles klar, verstanden, prima,
    merci, merci beaucoup, merci bien, ok merci, daccord, parfait, gracias, muchas gracias, mil gracias, ok gracias, vale, de acuerdo, perfecto,
    obrigado, obrigada, muito obrigado, muito obrigada, valeu, perfeito, entendi, شكرا, حسنا, تمام, شكرا لك, شكرا جزيلا`),
  ],
  [
    'farewell',
    phrases(`bye, bye bye, goodbye, good bye, see you, see you later, have a nice day, good night,
    tschüss, tschüß, tschau, auf wiedersehen, bis bald, schönen tag noch, gute nacht,
    au revoir, à bientôt, bonne journée, bonne nuit, adiós, adios, hasta luego, hasta pronto,
    tchau, adeus, até logo, até mais, مع السلامة, وداعا, إلى اللقاء`),
  ],
];

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((phrase) => phrase.trim()));
}
