/** What a page says in place of a problem: its title, one sentence, and what its link is called. */
export interface PageWords {
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

/** Why there is no page: nobody's address, or a failure of ours. */
export type NoPage = 'missing' | 'failed';

/** For visitors, in the languages of their page; they learn nothing of the console. */
export const visitorWords: Readonly<Record<string, Readonly<Record<NoPage, PageWords>>>> = {
  en: {
    missing: {
      title: 'This page does not exist',
      text: 'The link may be incomplete or out of date. Please check it, or ask whoever gave it to you.',
      link: 'Go to the conversation',
    },
    failed: {
      title: 'This does not work right now',
      text: 'Something went wrong on our side. Please try again in a moment.',
      link: 'Try again',
    },
  },
  de: {
    missing: {
      title: 'Diese Seite gibt es nicht',
      text: 'Der Link ist vielleicht unvollständig oder veraltet. Bitte prüfen Sie ihn oder fragen Sie dort nach, wo Sie ihn erhalten haben.',
      link: 'Zum Gespräch',
    },
    failed: {
      title: 'Das geht gerade nicht',
      text: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es gleich noch einmal.',
      link: 'Noch einmal versuchen',
    },
  },
  fr: {
    missing: {
      title: 'Cette page n’existe pas',
      text: 'Le lien est peut-être incomplet ou périmé. Vérifiez-le ou demandez à la personne qui vous l’a donné.',
      link: 'Aller à la conversation',
    },
    failed: {
      title: 'Cela ne fonctionne pas pour le moment',
      text: 'Un problème est survenu de notre côté. Veuillez réessayer dans un instant.',
      link: 'Réessayer',
    },
  },
  es: {
    missing: {
      title: 'Esta página no existe',
      text: 'Puede que el enlace esté incompleto o haya caducado. Compruébelo o pregunte a quien se lo dio.',
      link: 'Ir a la conversación',
    },
    failed: {
      title: 'Ahora mismo no funciona',
      text: 'Algo ha fallado por nuestra parte. Vuelva a intentarlo dentro de un momento.',
      link: 'Intentar de nuevo',
    },
  },
  pt: {
    missing: {
      title: 'Esta página não existe',
      text: 'O link pode estar incompleto ou desatualizado. Confira-o ou pergunte a quem o enviou.',
      link: 'Ir para a conversa',
    },
    failed: {
      title: 'Isto não está funcionando agora',
      text: 'Algo deu errado do nosso lado. Tente novamente em instantes.',
      link: 'Tentar novamente',
    },
  },
  ar: {
    missing: {
      title: 'هذه الصفحة غير موجودة',
      text: 'قد يكون الرابط غير مكتمل أو قديمًا. تحقق منه أو اسأل من أعطاك إياه.',
      link: 'الانتقال إلى المحادثة',
    },
    failed: {
      title: 'هذا لا يعمل حاليًا',
      text: 'حدث خطأ من جانبنا. يرجى المحاولة مرة أخرى بعد قليل.',
      link: 'حاول مرة أخرى',
    },
  },
};

/** For owners. */
export const ownerWords: Readonly<Record<NoPage, PageWords>> = {
  missing: {
    title: 'There is no such page',
    text: 'The address is not complete, or what was here has been deleted.',
    link: 'Go to the console',
  },
  failed: {
    title: 'This does not work right now',
    text: 'Something went wrong on our side. Please try again in a moment.',
    link: 'Try again',
  },
};
