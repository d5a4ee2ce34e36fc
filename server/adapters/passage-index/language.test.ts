import { describe, expect, it } from 'vitest';
import { languageOf, termOf, termsOf, unknownLanguage } from './language.ts';
import { splitWords } from './split-words.ts';

describe('languageOf', () => {
  it.each([
    ['ar', 'يمكنك إلغاء الاشتراك في أي وقت من صفحة الحساب و لا نعيد ما تم دفعه'],
    ['de', 'Die Lieferung erfolgt innerhalb von drei Tagen, wenn die Bestellung vor Mittag bei uns ist.'],
    ['en', 'The parcel is on its way within three days if we have the order before noon.'],
    ['es', 'El envío se realiza en tres días si el pedido llega antes del mediodía.'],
    ['fr', 'La livraison est faite dans les trois jours si la commande nous arrive avant midi.'],
    ['it', 'La consegna avviene in tre giorni se il tuo ordine arriva prima di mezzogiorno.'],
    ['nl', 'De levering is binnen drie dagen als de bestelling voor de middag bij ons is.'],
    ['pt', 'A entrega é feita em três dias se o pedido chegar antes do meio-dia com a gente.'],
    ['ru', 'Доставка занимает три дня, если заказ был сделан до полудня и он у нас есть.'],
    ['tr', 'Siparişiniz öğleden önce gelirse teslimat için üç gün yeterli ve bu bizim için de iyi.'],
    [unknownLanguage, '订单将在三天内送达。'],
    [unknownLanguage, 'npm install parley'],
    [unknownLanguage, ''],
  ])('is %s', (language, text) => {
    expect(languageOf(splitWords(text))).toBe(language);
  });
});

describe('termOf', () => {
  it.each([
    ['en', ['deploy', 'deployed', 'deployment', 'deployments']],
    ['de', ['Bestellung', 'Bestellungen']],
    ['es', ['instalación', 'instalaciones']],
    ['fr', ['livraison', 'livraisons']],
  ])('takes inflections off in %s', (language, forms) => {
    expect(new Set(forms.map((form) => termOf(form.toLowerCase(), language))).size).toBe(1);
  });

  it.each(['constructor', 'xx', unknownLanguage])('takes words as they stand in the language "%s"', (language) => {
    expect(termOf('deployments', language)).toBe('deployments');
  });

  it.each([
    ['sha256', 'sha256'],
    ['straße', 'strasse'],
    ['café', 'cafe'],
    ['й', 'и'],
    ['が', 'が'],
    ['한국', '한국'],
  ])('takes accents off %s', (word, term) => {
    expect(termOf(word, unknownLanguage)).toBe(term);
  });
});

describe('termsOf', () => {
  it('finds a word with accents by the same word without them', () => {
    expect(termsOf('instalación', 'es')).toContain(termOf('instalacion', 'es'));
  });

  it('has one term for a word without accents', () => {
    expect(termsOf('instalaciones', 'es')).toHaveLength(1);
  });
});
