import { baseLanguage } from '../flow/flow-texts.ts';

const english = {
  greeting: 'Hello! What would you like to know?',
  emailNoted: 'Thank you, I have noted your email address.',
  /** In place of an answer that would have told what must not be told. */
  withheld: 'I am sorry, I cannot go into that here.',
  /** When no brain could answer. */
  apology: 'I am sorry, I cannot answer right now. Please try again in a moment.',
};
export type TwinPhrase = keyof typeof english;
type Phrases = Readonly<Record<TwinPhrase, string>>;

const phrases: Readonly<Record<string, Phrases>> = {
  en: english,
  de: {
    greeting: 'Hallo! Was möchten Sie wissen?',
    emailNoted: 'Danke, ich habe mir Ihre E-Mail-Adresse notiert.',
    withheld: 'Das kann ich hier leider nicht ausführen.',
    apology: 'Es tut mir leid, ich kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal.',
  },
  fr: {
    greeting: 'Bonjour ! Que souhaitez-vous savoir ?',
    emailNoted: 'Merci, j’ai noté votre adresse e-mail.',
    withheld: 'Je suis désolé, je ne peux pas en parler ici.',
    apology: 'Je suis désolé, je ne peux pas répondre pour le moment. Veuillez réessayer dans un instant.',
  },
  es: {
    greeting: '¡Hola! ¿Qué le gustaría saber?',
    emailNoted: 'Gracias, he anotado su correo electrónico.',
    withheld: 'Lo siento, no puedo hablar de eso aquí.',
    apology: 'Lo siento, ahora mismo no puedo responder. Inténtelo de nuevo en un momento.',
  },
  pt: {
    greeting: 'Olá! O que gostaria de saber?',
    emailNoted: 'Obrigado, anotei o seu e-mail.',
    withheld: 'Lamento, não posso falar disso aqui.',
    apology: 'Lamento, não consigo responder agora. Tente novamente daqui a pouco.',
  },
  ar: {
    greeting: 'مرحبًا! ماذا تود أن تعرف؟',
    emailNoted: 'شكرًا، لقد سجلت بريدك الإلكتروني.',
    withheld: 'عذرًا، لا يمكنني التحدث عن ذلك هنا.',
    apology: 'عذرًا، لا أستطيع الإجابة الآن. يرجى المحاولة بعد قليل.',
  },
};

/** What a twin says of its own accord, in a language or that of its base; English where there is none. */
export function twinPhrase(name: TwinPhrase, language: string): string {
  return (phrases[language] ?? phrases[baseLanguage(language)] ?? english)[name];
}
