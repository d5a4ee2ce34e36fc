import { termOf } from './language.ts';
import { stopWords } from './stop-words.ts';

/**
 * Words that texts of any subject have, most of them verbs and adverbs, by language: of a thousand passages about as
 * many as the number says. A question is seldom about them, and a library of a few passages cannot tell.
 */
const lists: Readonly<Record<string, readonly (readonly [passages: number, words: string])[]>> = {
  en: [
    [
      60,
      `after again all also always another anything back because before best better bring call case change come day
      different even ever every find first get give go going good great hand happen help here hour keep kind know last
      later less look lot made make maybe mean more most move never new next no none not nothing now number off old once
      one only other out over own part people person place point possible put really right run same see set show since
      something sometimes soon start still stop sure take tell thing think time today together try turn two under until
      up use used using want way week well without work world year yes yet`,
    ],
    [
      20,
      `able above add against ago allow almost alone along already although am among amount appear arrive around ask away
      bad become begin behind believe below beside between big body both break build business buy care carry cause
      certain check choose city clear close cold common company complete consider contain continue correct cost country
      create customer cut date deal decide deep difficult door down drop during each early easy either else end enough
      everybody everyone everything example expect explain eye face fact fall family far fast feel few fill finally fine
      follow forget form forward free friend full further general group grow guy half hard head hear high hold home hope
      house however idea important include inside instead interest issue it's job join later large lead learn leave left
      let level life light line list little live long lose love low main man many matter meet minute miss moment money
      month morning name near necessary night note offer okay open opposite order page pass past pay piece plan please
      pretty price problem provide pull push question quick quite raise rather reach read ready real reason receive
      remember remove report require rest result return room rule safe say second seem sell send serve several short side
      simple single sit situation size small someone speak special stand state stay step story strong stuff suggest
      support talk team ten third though three through toward true type understand usual usually visit wait walk watch
      water wear whatever whether while whole wish within woman wonder word write wrong young
      anybody anyone anywhere somewhere everywhere nowhere cannot got gone done went`,
    ],
  ],
  de: [
    [
      60,
      `alle allem allen aller alles ab ander andere anderen anders bei beim bekommen bekomme bekommt besser bin bis bleiben
      da dabei dafür damit danach dann daran darauf darf daß davon dazu dein diese diesem diesen dieser dieses doch dort
      drei durch dürfen eben ein einfach einmal erst erste ersten finden finde ganz geben gegen gehen geht gehe genau gern
      gerne gut gute guten haben habt hier hin ihre ihrem ihren ihrer immer jede jedem jeden jeder jedes jetzt kommen
      kommt komme kommst lassen machen macht mache man mehr meine meinem meinen meiner möchte mögen muss müsst nach neu
      neue neuen nichts nie nochmal oben ob ohne raus rein sagen sehen sehr seid seit selbst sollen sollte sondern sonst
      stehen steht tag tage tun tut unser unsere unserem unseren unserer unten wann was weil weiter wenig wenn werden
      wie wieder wir wirklich wissen wollen will wo woher wohin würde zeit zwei zwischen könnte könnten könnt kann kannst`,
    ],
    [
      20,
      `abend allein also alt alte anfangen arbeit arbeiten art auch aufhören bald beide beispiel benutzen besonders bestimmt
      bezahlen brauchen brauche brauchst braucht bringen bringe bringt dame denken deshalb drin dringend eigentlich eigene
      ende etwa extra fahren fall falls fangen fast fehlen fehlt fertig folgen frage fragen frau frei freund früh fünf für
      gab geld gerade gesamt gestern gleich glauben groß große größer grund halb halten hand haus heißen heißt helfen hilfe
      heute hoch hoffen hören ihnen information irgendwie jahr jahre jemand kaufen kein keinen keiner kennen klar klein
      kleine kosten kostet kriegen kriege kurz laden land laufen leben legen leider lesen letzte leute lieber liegen
      links mal manchmal meinen meist menschen mindestens mitbringen mitnehmen mittag mitte monat monate morgen möglich
      nächste nah name natürlich nehmen nehme nicht niemand nötig normal nummer nutzen ob öffnen offen ort paar person platz
      preis problem rechts reden reicht richtig rufen sache schicken schlecht schnell schon schreiben schritt selber
      sicher sogar später spielen sprechen stadt statt stellen stück stunde stunden suchen sucht teil trotzdem um umsonst
      ungefähr unterschied verstehen vier viele vielleicht vorher voll während warten wasser weg wegen weit welt wenigstens
      werktage wert wichtig wirklich woche wochen wort wünschen zahl zehn zeigen ziehen ziemlich zuerst zurück zusammen
      zusätzlich zuviel`,
    ],
  ],
  fr: [
    [
      60,
      `alors après aller autre autres avant avoir bien bon bonne chaque chez chose comme comment depuis déjà deux dire donc
      donner elle encore entre être faire fait faut fois ici jamais jour jours juste là lors mettre même mieux moins moi
      nouveau nouvelle où parce partir pas petit pendant personne peu plus possible pouvoir premier prendre presque puis
      quand quelque quelques rien sans savoir se sera seul si sont sous temps toujours tous tout toute toutes trois trop
      trouver un venir vers veux voir voudrais vouloir vraiment y`,
    ],
    [
      20,
      `acheter aider aimer ajouter année ans appeler arriver assez attendre aujourd aucun aussi beaucoup besoin cas ceux
      changer chercher combien commencer comprendre compte côté demain demander dernier devenir devoir différent dois
      envoyer exemple fin finir grand gratuit gros heure heures hier homme important jusque laisser lieu lire loin long
      main maison manière marcher matin merci minute mois moment monde montrer mot nom nombre nombreux nuit ouvrir parler
      part partie passer payer pays perdre permettre plusieurs point porter prix problème proche quel question raison
      recevoir regarder rendre reste rester semaine sens sûr tard tenir tôt vendre vie ville vite vivre vrai`,
    ],
  ],
  es: [
    [
      60,
      `algo alguien algún alguna antes aquí así aún bien bueno buena cada casi como cosa cosas cuando dar decir desde después
      día días donde dos el ella entonces entre estar estoy forma gran hace hacer hacia hasta hoy ir luego manera mejor
      menos mismo misma mucho mucha muchos nada nadie necesito ningún nuevo nueva nunca otra otro otros parte pero poco
      poder poner porque posible primero puede pueden pues querer quiero saber se según sea ser siempre sin sólo solo son
      también tan tanto tener tengo tiempo tienen tiene toda todas todo todos tres una usar va vamos venir ver vez veces`,
    ],
    [
      20,
      `abrir acabar además agregar ahora amigo año años aunque ayuda ayudar bajo bastante buscar cambiar caso casa comprar
      conocer contar creer cuenta debe deber dejar demás dentro difícil dinero ejemplo empezar encontrar entrar enviar
      escribir esperar fácil final fin fuera gente grande gratis haber hablar hora horas hombre igual importante lado largo
      leer llamar llegar llevar lugar mal mañana mano mayor medio menor mes meses mirar momento mostrar mundo mujer nombre
      número número pagar palabra pasar país pensar pequeño perder persona personas precio pregunta problema pronto punto
      quedar razón recibir salir seguir semana semanas sentir tarde tipo tomar trabajo traer último usted vender vida vivir`,
    ],
  ],
  pt: [
    [
      60,
      `agora algo alguém algum alguma antes aqui assim ainda bem bom boa cada casa coisa coisas dar depois desde dia dias
      dizer dois ela então entre estar estou fazer forma grande hoje ir lá logo maneira melhor menos mesmo mesma muita
      muitos nada ninguém nenhum nova novo nunca outra outro outros parte poder pôr porque possível pouco preciso primeiro
      quero querer saber sempre ser só tão tanto também tempo ter toda todas todo todos três tudo usar vai vamos ver vez
      vezes vir`,
    ],
    [
      20,
      `abrir acabar acontecer acrescentar ajuda ajudar além alguns amanhã amigo ano anos apenas aprender até bastante
      buscar caso chamar chegar começar como comprar conhecer conseguir conta contar continuar correr dentro deixar dever
      deve dinheiro difícil durante embora encontrar entrar enviar escrever esperar exemplo fácil falar final fim ficar
      fora gente gostar grátis hora horas homem igual importante lado ler levar longo lugar maior mal manhã mão medio
      menor mês meses momento mostrar mudar mulher mundo nome número pagar palavra país parecer passar pedir pegar pensar
      pequeno perder pergunta pessoa pessoas ponto preço problema pronto quase razão receber sair semana semanas sentir
      tarde tentar tipo tomar trabalho trazer último vender vida viver voltar`,
    ],
  ],
};

/** A word that says nothing at all where it is not even passed over. */
const stopWordPassages = 150;

let table: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;

/** How many of a thousand passages about anything have a term of a language; 0 for all that are not very common. */
export function commonness(term: string, language: string): number {
  table ??= readLists();
  return table.get(language)?.get(term) ?? 0;
}

function readLists(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    [...stopWords].map(([language, passedOver]) => {
      const words = (lists[language] ?? []).flatMap(([passages, list]) =>
        list.split(/\s+/).map((word) => [termOf(word, language), passages] as const),
      );
      const stops = [...passedOver].map((word) => [termOf(word, language), stopWordPassages] as const);
      return [language, new Map([...words.toReversed(), ...stops])];
    }),
  );
}
