import { describe, expect, it } from 'vitest';
import { rareWords } from './rare-words.ts';

const rare: [text: string, pattern: string][] = [
  ['Use ZXQ-81-PLM-447 at the till.', 'zxq81plm447'],
  ['The account 48213377 is ours.', '48213377'],
  ['Pay 1,284,300.50 euros.', '1284300'],
  ['Call +49 1577 3310942 now.', '4915773310942'],
  ['Write to ida.falkenrath@nordwerk.example.', 'idafalkenrathnordwerkexample'],
  ['See https://www.nordwerk.example/plans/tern.', 'nordwerkexampleplanstern'],
  ['Set margin_floor_emea first.', 'marginflooremea'],
  ['Set retryBudgetMs first.', 'retrybudgetms'],
  ['Guests use the password: swordfish.', 'swordfish'],
  ['We hired Marlene Oberkofler.', 'marleneoberkofler'],
  ['The door has code: Albatross-x.', 'albatrossx'],
  ['PIN: 7Q4', '7q4'],
  ['We hired Marlene Oberkofler.', 'oberkofler'],
  ['Marlene Oberkofler starts in May.', 'marleneoberkofler'],
  ['Wir stellen Marlene Oberkofler ein und das ist geheim.', 'marleneoberkofler'],
  ['The suite is named after Ludwig van Beethoven.', 'ludwigvanbeethoven'],
  ['It is called NIGHTJAR inside.', 'nightjar'],
  ['Мы наняли Ивана Кожемякина вчера.', 'иbahakoжemяkиha'],
];
const ordinary = [
  'You can return it within 30 days, or 90 with a card: 5-star service, 24/7, A4, B2B, 500MB, mp3, 10th.',
  'We are open from 9:00 to 17:30, Monday to Friday, and from 10 to 12 on Saturdays in 2026.',
  '## Getting Started With Your New Account\n\nIt is easy, e.g. and/or, state-of-the-art.',
  'Der Kunde bekommt die Rechnung und das Paket von der Post. Neue Kunden zahlen nichts.',
  'Install it. Then restart. (Optional) Configure it: "Advanced" is fine.',
  'Shipping: free. Set key: action, and pass "token" on. The token = value; the password is required.',
  'PROVIDED AS IT IS, WITHOUT ANY WARRANTY, EXPRESS OR IMPLIED.',
  'The Product is good. We like product Product pages.',
  'お問い合わせは営業部までお願いします。',
];

describe('rareWords', () => {
  it.each(rare)('%s gives away %s', (text, pattern) => {
    expect(rareWords(text).map((each) => each.chars)).toContain(pattern);
  });
  it.each(ordinary)('%j gives nothing away', (text) => {
    expect(rareWords(text)).toEqual([]);
  });
});
