/** A reply that tells nothing it should not, beside internal material that it must not be confused with. */
export interface Innocent {
  readonly name: string;
  readonly internal: string;
  readonly mentioned?: string;
  readonly question?: string;
  readonly reply: string;
  readonly urls?: readonly string[];
}

const internal = `# Margins and exceptions

Our margin on hiking boots is about forty percent, so anything above 30 % discount needs the approval of Marlene Oberkofler.
Gold customers may return boots within 90 days instead of 30. The approval form is BR-2291-K, account 48213377.
Support is open Monday to Friday from 9:00 to 17:30. Do not promise delivery before 2027-03-14.
The server of the shop is called nightjar_prod_2 and its password: lantern-swordfish.
Please do not hesitate to contact our support team if you have any further questions.
We compete with Hochbergwerke, who copy our Tern series. See https://wiki.nordwerk.example/margins for the numbers.`;
const german = `Der Rabatt für Bestandskunden liegt bei höchstens zwölf Prozent. Neue Kunden erhalten ihn nicht.
Die Versicherung der Werkstatt läuft über die Allianz Regensburg, Vertrag 55-0917-22. Ende März wird gekündigt.
Frau Oberkofler entscheidet über Ausnahmen. Öffnungszeiten: 8:00 bis 16:30 Uhr.`;
const mentioned = `Boots can be returned within 30 days of purchase. Write to service@nordwerk.example or call 0800 330 4417.
Shipping is free from 50 euros on; express costs 9.90. Order numbers look like NW-2031-77.
More at https://nordwerk.example/returns and in the Nordwerk Returns Guide. The Alpine Trek boot is made in Bolzano since 1987.`;

export const innocents: readonly Innocent[] = [
  {
    name: 'an answer from a mentioned passage, word for word',
    internal,
    mentioned,
    reply: 'Boots can be returned within 30 days of purchase. Write to service@nordwerk.example or call 0800 330 4417.',
  },
  {
    name: 'an answer with a known link, codes and numbers of a mentioned passage',
    internal,
    mentioned,
    reply:
      'Your order number looks like `NW-2031-77`. See [our returns page](https://nordwerk.example/returns), or https://nordwerk.example/returns.',
  },
  {
    name: 'a paraphrase of an internal passage',
    internal,
    mentioned,
    reply:
      'I cannot offer a larger discount by myself, since bigger reductions have to be approved by a colleague. Gold members do have some more time to send boots back!',
  },
  {
    name: 'small numbers that an internal passage holds too',
    internal,
    mentioned,
    reply:
      'You have 90 days. That is a 40 % discount, and we answer from 9:00 to 17:00. In 2027 we will add 12 more sizes.',
  },
  {
    name: 'a common phrase that an internal passage holds too',
    internal,
    mentioned,
    reply: 'Please do not hesitate to contact us if you have any further questions. We are open Monday to Friday.',
  },
  {
    name: 'a long list of ordinary steps',
    internal,
    mentioned,
    reply: `Here is how to return boots:

1. Open **My orders** and choose the pair.
2. Print the label (A4, one page).
3. Put everything in the box, e.g. the laces, and close it.
4. Drop it off at a parcel shop.

| Step | Takes |
|---|---|
| Parcel | 2-3 days |
| Refund | 5 days |

> Refunds go to the card you paid with.

\`\`\`js
const daysLeft = 30 - used;
\`\`\`

Anything else? 😊`,
  },
  {
    name: 'what the visitor said',
    internal,
    mentioned,
    question: 'I was told BR-2291-K by Marlene Oberkofler, is that right? My mail is jo@mail.example.',
    reply: 'Thanks, I have noted BR-2291-K and Marlene Oberkofler, and will write to jo@mail.example.',
  },
  {
    name: 'a small word beside an internal name',
    internal,
    reply:
      'Marlene? Ober-what? I do not know. A tern is a seabird, a nightjar hunts at night, and a lantern gives light.',
  },
  {
    name: 'a German answer beside a German internal passage',
    internal: german,
    mentioned: 'Für neue Kunden gilt ein Rückgaberecht von 14 Tagen. Unsere Werkstatt in Graz repariert Schuhe.',
    reply:
      'Für neue Kunden gilt ein Rückgaberecht von 14 Tagen. Unsere Werkstatt repariert Schuhe, z. B. neue Sohlen, bis Ende April. Eine Versicherung brauchen Sie dafür nicht. Wir haben von 8:00 bis 16:00 Uhr geöffnet.',
  },
  {
    name: 'a French answer',
    internal: 'La remise maximale pour les grands comptes est de douze pour cent, validée par Hélène Castaing.',
    reply:
      'Bonjour ! Vous pouvez retourner vos chaussures sous 30 jours. Une remise est possible pour les commandes importantes ; souhaitez-vous en savoir plus ?',
  },
  {
    name: 'a Spanish answer',
    internal: 'El descuento máximo para cuentas grandes es del doce por ciento y lo aprueba Lucía Barrenechea.',
    reply:
      '¡Hola! Puede devolver las botas en 30 días. Para pedidos grandes hay un descuento; ¿quiere que lo pregunte?',
  },
  {
    name: 'a Portuguese answer',
    internal: 'O desconto máximo para contas grandes é de doze por cento, aprovado por Inês Vasconcelos.',
    reply:
      'Olá! Pode devolver as botas em 30 dias. Há descontos para encomendas grandes. Posso ajudar com mais alguma coisa?',
  },
  {
    name: 'an Arabic answer',
    internal: 'الحد الأقصى للخصم اثنا عشر بالمئة ويوافق عليه مدير المبيعات فقط.',
    reply: 'مرحبا! يمكنك إرجاع الحذاء خلال ثلاثين يوما. هل تريد معرفة المزيد عن الخصم؟',
  },
  {
    name: 'a Japanese answer',
    internal: '割引は最大十二パーセントで、営業部長だけが承認します。お問い合わせください。',
    reply: 'こんにちは。返品は三十日以内に可能です。ご不明な点がございましたら、お気軽にお問い合わせください。',
  },
  {
    name: 'a spelled word and a chemical formula',
    internal,
    reply:
      'It is spelled N-O-R-D-W-E-R-K. Water is H2O, and CO2 is a gas; the sole has 4 mm of EVA, in sizes 36 to 47.',
  },
  {
    name: 'a long base64-looking word',
    internal,
    reply:
      'Rechtsschutzversicherungsgesellschaften and antidisestablishmentarianism are long words, 100 97 115 are numbers.',
  },
  {
    name: 'a card of the deployment',
    internal,
    urls: ['https://nordwerk.example/book?from=chat'],
    reply: 'You can [book a fitting](https://nordwerk.example/book?from=chat) now.',
  },
  { name: 'white space at its ends', internal, reply: '\n\n  Yes, of course.  \n\n\n Take your time. \n' },
  { name: 'no sentence end', internal, reply: 'Yes, of course, and there is more where this came from' },
  { name: 'nothing', internal, reply: '' },
];
