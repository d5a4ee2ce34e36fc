import type { Courtesy } from './courtesy-of.ts';

/** What the built-in brain says in its own words. */
export interface Phrases {
  /** Before quotes: that they are quotes. */
  readonly quotes: string;
  readonly abstains: string;
  /** After abstaining, where suggestions are offered. */
  readonly suggests: string;
  /** With an action that was asked for. */
  readonly shows: string;
  readonly asksEmail: string;
  /** Back to a visitor who is polite and asks nothing. */
  readonly courtesies: Readonly<Record<Courtesy, string>>;
}

/** In the given language, or English. */
export function phrasesIn(language: string): Phrases {
  return languages.get(language.toLowerCase().split('-')[0] ?? '') ?? english;
}

const english: Phrases = {
  quotes: 'I answer by quoting the sources. This fits your question:',
  abstains: 'I found nothing in the sources that answers this, and I do not want to guess.',
  suggests: 'Perhaps one of these topics helps.',
  shows: 'Here is what you asked for.',
  asksEmail: 'Please leave your email address.',
  courtesies: {
    greeting: 'Hello! Ask me something, and I look it up in the sources.',
    thanks: 'You are welcome.',
    farewell: 'Goodbye!',
  },
};

const languages: ReadonlyMap<string, Phrases> = new Map([
  ['en', english],
  [
    'de',
    {
      quotes: 'Ich antworte mit Zitaten aus den Quellen. Das passt zu Ihrer Frage:',
      abstains: 'Ich habe in den Quellen nichts gefunden, was das beantwortet, und möchte nicht raten.',
      suggests: 'Vielleicht hilft eines dieser Themen.',
      shows: 'Hier ist, wonach Sie gefragt haben.',
      asksEmail: 'Bitte hinterlassen Sie Ihre E-Mail-Adresse.',
      courtesies: {
        greeting: 'Guten Tag! Fragen Sie mich etwas, und ich schlage in den Quellen nach.',
        thanks: 'Gern geschehen.',
        farewell: 'Auf Wiedersehen!',
      },
    },
  ],
  [
    'fr',
    {
      quotes: 'Je réponds en citant les sources. Voici ce qui correspond à votre question :',
      abstains: 'Je n’ai rien trouvé dans les sources qui réponde à cela, et je préfère ne pas deviner.',
      suggests: 'L’un de ces sujets vous aidera peut-être.',
      shows: 'Voici ce que vous avez demandé.',
      asksEmail: 'Veuillez laisser votre adresse e-mail.',
      courtesies: {
        greeting: 'Bonjour ! Posez-moi une question, et je consulte les sources.',
        thanks: 'Avec plaisir.',
        farewell: 'Au revoir !',
      },
    },
  ],
  [
    'es',
    {
      quotes: 'Respondo citando las fuentes. Esto corresponde a su pregunta:',
      abstains: 'No he encontrado en las fuentes nada que responda a esto y prefiero no adivinar.',
      suggests: 'Quizá le ayude uno de estos temas.',
      shows: 'Aquí tiene lo que ha pedido.',
      asksEmail: 'Por favor, deje su dirección de correo electrónico.',
      courtesies: {
        greeting: '¡Hola! Pregúnteme algo y lo busco en las fuentes.',
        thanks: 'De nada.',
        farewell: '¡Hasta pronto!',
      },
    },
  ],
  [
    'pt',
    {
      quotes: 'Respondo citando as fontes. Isto corresponde à sua pergunta:',
      abstains: 'Não encontrei nas fontes nada que responda a isto e prefiro não adivinhar.',
      suggests: 'Talvez um destes temas ajude.',
      shows: 'Aqui está o que pediu.',
      asksEmail: 'Por favor, deixe o seu endereço de e-mail.',
      courtesies: {
        greeting: 'Olá! Pergunte-me algo e eu procuro nas fontes.',
        thanks: 'De nada.',
        farewell: 'Até logo!',
      },
    },
  ],
  [
    'ar',
    {
      quotes: 'أجيب باقتباسات من المصادر. هذا ما يناسب سؤالك:',
      abstains: 'لم أجد في المصادر ما يجيب عن هذا السؤال، ولا أريد أن أخمّن.',
      suggests: 'ربما يفيدك أحد هذه المواضيع.',
      shows: 'إليك ما طلبته.',
      asksEmail: 'يرجى ترك عنوان بريدك الإلكتروني.',
      courtesies: {
        greeting: 'مرحبًا! اطرح سؤالك وسأبحث عنه في المصادر.',
        thanks: 'على الرحب والسعة.',
        farewell: 'إلى اللقاء!',
      },
    },
  ],
]);
