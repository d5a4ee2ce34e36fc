import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage, SourceAt } from '../../../core/twin/passage.ts';
import { UpstreamError } from '../../errors.ts';
import type { PassageQuery } from '../../ports/passage-index.ts';
import { answerThreshold } from './confidence.ts';
import { indexText } from './index-text.ts';
import { passageIndex } from './passage-index.ts';

const passage = (number: number, text: string, headings: readonly string[] = []): Passage => ({
  number,
  headings,
  page: null,
  text,
});

const indexed = (title: string, passages: readonly Passage[]) =>
  indexText({ title, content: { passages }, readsLanguage: true }).index;

/** An index over what is stored in memory, which counts what it is asked for. */
function library() {
  const stored = new Map<string, Uint8Array>();
  const vectors = new Map<string, Float32Array>();
  const asked: SourceAt[][] = [];
  const only = <Value>(all: ReadonlyMap<string, Value>, workspaceId: string, sources: readonly SourceAt[]) =>
    new Map(
      sources.flatMap(({ sourceId, revision }) => {
        const value = all.get(`${workspaceId}/${sourceId}/${revision}`);
        return value === undefined ? [] : [[`${sourceId}/${revision}`, value] as const];
      }),
    );
  const index = passageIndex({
    async load(workspaceId, sources) {
      asked.push([...sources]);
      return only(stored, workspaceId, sources);
    },
    loadVectors: async (workspaceId, model, sources) => only(vectors, `${workspaceId}/${model}`, sources),
    nearest: async () => null,
  });
  const put = (sourceId: string, revision: number, passages: readonly Passage[], title = 'Handbook'): SourceAt => {
    stored.set(`wsp_1/${sourceId}/${revision}`, indexed(title, passages));
    return { sourceId, revision };
  };
  const find = (question: string, sources: readonly SourceAt[], more: Partial<PassageQuery> = {}) =>
    index.search({ workspaceId: 'wsp_1', sources, question, limit: 10, ...more });
  return { index, stored, vectors, asked, put, find };
}

describe('searching by words', () => {
  it.each([
    ['an inflected word', 'Refunds are paid within thirty days.', 'When was my refund paying out?'],
    ['German', 'Die Lieferungen erfolgen innerhalb von drei Tagen nach der Bestellung.', 'Wann kommt meine Lieferung?'],
    [
      'French',
      'Les livraisons sont gratuites pour les commandes de plus de cent euros.',
      'La livraison est-elle gratuite ?',
    ],
    ['Spanish', 'Los envíos son gratuitos para los pedidos de más de cien euros.', '¿El envío es gratuito?'],
    ['Arabic', 'يمكنك إلغاء الاشتراك في أي وقت من صفحة الحساب', 'كيف يمكن إلغاء اشتراك؟'],
    ['Russian', 'Доставка заказов занимает три дня и стоит десять рублей.', 'Сколько стоит доставка заказа?'],
    ['Chinese', '订单将在三天内送达，运费为十元。', '运费是多少？'],
    ['Japanese', '注文は三日以内に配達されます。', '配達はいつですか'],
    ['Korean', '주문은 3일 이내에 배송됩니다.', '배송은 언제'],
    ['Thai', 'การจัดส่งใช้เวลาสามวัน', 'จัดส่งกี่วัน'],
    ['a part of a name', 'Call getShippingCost with the order.', 'shipping cost'],
    ['an accent left out', 'Das Café öffnet um neun Uhr, die Küche um zehn.', 'cafe'],
    ['accents left out', 'La instalación termina en diez minutos y no hace falta nada.', 'instalacion'],
    ['a slip of the finger', 'Invoices are sent by electronic mail.', 'where are my invioces'],
    ['the beginning of a compound', 'Das Rückgaberecht beträgt vierzehn Tage nach dem Kauf.', 'Rückgabe'],
    ['nothing but stop words', 'To be or not to be', 'to be or not to be'],
    ['a synonym', 'Delete your account in the settings.', 'how do I erase it?'],
  ])('finds %s', async (_, text, question) => {
    const { put, find } = library();
    const source = put('src_1', 1, [
      passage(1, 'Opening hours: Monday through Friday, nine until five.'),
      passage(2, text),
      passage(3, 'Parking space lies behind the building.'),
    ]);
    expect((await find(question, [source]))[0]).toMatchObject({ sourceId: 'src_1', revision: 1, number: 2 });
  });

  it('finds every passage first by a word that it alone has', async () => {
    const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{6,12}$/);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 2, maxLength: 12 }), async (words) => {
        const { put, find } = library();
        const source = put(
          'src_1',
          1,
          words.map((own, at) => passage(at + 1, `The ${own} stands here among others.`)),
        );
        for (const [at, own] of words.entries()) expect((await find(own, [source]))[0]?.number).toBe(at + 1);
      }),
      { numRuns: 30 },
    );
  });

  it('ranks a passage under a heading that says it above one that mentions it', async () => {
    const { put, find } = library();
    const source = put('src_1', 1, [
      passage(1, 'Refunds are mentioned here, beside much else about invoices.'),
      passage(2, 'Write to us within thirty days.', ['Orders', 'Refunds']),
    ]);
    expect((await find('refunds', [source]))[0]?.number).toBe(2);
  });

  it('takes the title of a source into account', async () => {
    const { put, find } = library();
    const bikes = put('src_1', 1, [passage(1, 'The warranty lasts two years.')], 'Bicycles');
    const boats = put('src_2', 1, [passage(1, 'The warranty lasts two years.')], 'Boats');
    expect((await find('How long is the warranty of boats?', [bikes, boats]))[0]?.sourceId).toBe('src_2');
  });

  it('gives the numbers that the passages have', async () => {
    const { put, find } = library();
    const source = put('src_1', 1, [passage(41, 'A kestrel hovers.'), passage(7, 'An otter swims.')]);
    expect((await find('kestrel', [source])).map(({ number }) => number)).toEqual([41]);
  });

  it('keeps to the limit, best first', async () => {
    const { put, find } = library();
    const source = put(
      'src_1',
      1,
      Array.from({ length: 20 }, (_, at) => passage(at + 1, 'refund '.repeat(at + 1))),
    );
    const hits = await find('refund', [source], { limit: 3 });
    expect(hits).toHaveLength(3);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
  });
});

describe('what is searched', () => {
  it('is the allowed source revisions and no others', async () => {
    const { put, find } = library();
    const shown = put('src_1', 1, [passage(1, 'The fee is ten euros.')]);
    put('src_2', 1, [passage(1, 'The secret fee is five euros.')]);
    expect((await find('secret fee', [shown])).map(({ sourceId }) => sourceId)).toEqual(['src_1']);
    expect(await find('secret fee', [])).toEqual([]);
  });

  it('is nothing of another workspace, though its source was read before', async () => {
    const { put, find } = library();
    const source = put('src_1', 1, [passage(1, 'The fee is ten euros.')]);
    await find('fee', [source]);
    expect(await find('fee', [source], { workspaceId: 'wsp_2' })).toEqual([]);
  });

  it('is an edited text at once, and the earlier one where it is asked for', async () => {
    const { put, find } = library();
    const before = put('src_1', 1, [passage(1, 'We close at noon.')]);
    expect(await find('midnight', [before])).toEqual([]);
    const after = put('src_1', 2, [passage(1, 'We close at midnight.')]);
    expect(await find('midnight', [after])).toMatchObject([{ sourceId: 'src_1', revision: 2, number: 1 }]);
    expect(await find('noon', [before])).toMatchObject([{ revision: 1 }]);
  });

  it('is a source whose index came after the first search', async () => {
    const { put, find } = library();
    const source = { sourceId: 'src_1', revision: 1 };
    expect(await find('fee', [source])).toEqual([]);
    put('src_1', 1, [passage(1, 'The fee is ten euros.')]);
    expect(await find('fee', [source])).toHaveLength(1);
  });

  it('is read from storage once', async () => {
    const { put, find, asked } = library();
    const source = put('src_1', 1, [passage(1, 'The fee is ten euros.')]);
    await find('fee', [source]);
    await find('euros', [source]);
    expect(asked).toEqual([[source]]);
  });

  it('gives the same in whatever order sources are named, and named twice', async () => {
    const { put, find } = library();
    const sources = ['c', 'a', 'b'].map((name) =>
      put(name, 1, [passage(1, 'The fee is ten euros.'), passage(2, 'No fee.')]),
    );
    const hits = await find('which fee', sources);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...sources, ...sources], { minLength: 6 }), async (shuffled) => {
        expect(await find('which fee', shuffled)).toEqual(hits);
      }),
    );
  });

  it('is nothing of an index in another format, beside what is found elsewhere, until it is built anew', async () => {
    const { index, put, find, stored } = library();
    const [old, current] = ['old', 'current'].map((name) => put(name, 1, [passage(1, 'The fee is ten euros.')]));
    const sources = [old, current].flatMap((source) => source ?? []);
    stored.get('wsp_1/old/1')?.set([index.format - 1], 3);
    expect((await find('fee', sources)).map(({ sourceId }) => sourceId)).toEqual(['current']);
    const passages = [passage(1, 'The fee is ten euros.')];
    stored.set('wsp_1/old/1', await index.rebuild({ title: 'Handbook', passages }));
    expect((await find('fee', sources)).map(({ sourceId }) => sourceId)).toEqual(['current', 'old']);
  });

  it('says what is wrong with an index that cannot be read', async () => {
    const { put, find, stored } = library();
    const source = put('src_1', 1, [passage(1, 'The fee is ten euros.')]);
    stored.set('wsp_1/src_1/1', Uint8Array.of(1, 2, 3));
    await expect(find('fee', [source])).rejects.toThrow(/stored index of a source cannot be read/);
  });

  it('never takes damaged bytes for an endless index', () => {
    const { stored, put, find } = library();
    const whole = indexed('Fees', [passage(1, 'The fee is ten euros.', ['Fees'])]);
    const source = put('src_1', 1, []);
    return fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(1_000), async (at, byte, revision) => {
        const damaged = whole.slice(0, revision % 2 === 0 ? whole.length : at);
        if (at < damaged.length) damaged[at] = byte;
        stored.set(`wsp_1/src_1/${revision + 2}`, damaged);
        const hits = await find('fee', [{ ...source, revision: revision + 2 }]).catch((error: unknown) => error);
        expect(Array.isArray(hits) || hits instanceof UpstreamError).toBe(true);
      }),
    );
  });
});

describe('any question', () => {
  const { put, find } = library();
  const source = put('src_1', 1, [passage(1, 'The fee is ten euros.'), passage(2, '费用是十欧元。')]);

  it.each([
    ['nothing', ''],
    ['punctuation', '?!… — 🤷'],
    ['one endless word', 'x'.repeat(16_000)],
    ['endless brackets', ']('.repeat(8_000)],
    ['thousands of unknown words', Array.from({ length: 3_000 }, (_, at) => `wo${at.toString(36)}`).join(' ')],
    ['an endless Chinese clause', '费用'.repeat(8_000)],
    ['names of things every object has', '__proto__ constructor toString hasOwnProperty'],
    ['lone surrogates', '\ud800\udc00\udfff fee'],
  ])('is harmless: %s', async (_, question) => {
    for (const hit of await find(question, [source])) expect(hit.sourceId).toBe('src_1');
  });

  it('gives scores above nothing and confidences between 0 and 1', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (noise) => {
        for (const { score, confidence } of await find(`fee ${noise}`, [source])) {
          expect(score).toBeGreaterThan(0);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('confidence', () => {
  const { put, find } = library();
  const source = put('src_1', 1, [
    passage(1, 'A refund is paid within thirty days of the return of the goods.', ['Refunds']),
    passage(2, 'Parcels are sent by ordinary mail on the day after the order.', ['Delivery']),
    passage(3, 'The warranty of every bicycle lasts two years.', ['Warranty']),
  ]);

  it('is above the threshold for what the text says', async () => {
    const [hit] = await find('How long does the warranty of a bicycle last?', [source]);
    expect(hit?.confidence).toBeGreaterThan(answerThreshold);
  });

  it('is below the threshold for what it does not', async () => {
    const [hit] = await find('Can I pay my bicycle insurance by credit card in Australia?', [source]);
    expect(hit?.confidence ?? 0).toBeLessThan(answerThreshold);
  });
});

describe('searching with a vector', () => {
  const model = 'test:three';
  const three = () => {
    const made = library();
    const source = made.put('src_1', 1, [
      passage(1, 'The fee is ten euros.'),
      passage(2, 'Dogs are welcome.'),
      passage(3, 'The gate opens at nine.'),
    ]);
    made.vectors.set(`wsp_1/${model}/src_1/1`, Float32Array.of(1, 0, 0, 0, 2, 0, 0, 0, 3));
    return { ...made, source };
  };

  it('finds by meaning what no word finds, with no confidence', async () => {
    const { find, source } = three();
    const vector = { model, values: Float32Array.of(0, 1, 0.1) };
    const hits = await find('animals', [source], { vector });
    expect(hits[0]).toMatchObject({ number: 2, confidence: 0 });
  });

  it('puts first what both words and meaning find', async () => {
    const { find, source } = three();
    const vector = { model, values: Float32Array.of(0, 0.6, 0.7) };
    expect((await find('are dogs welcome', [source], { vector }))[0]?.number).toBe(2);
  });

  it.each([
    ['another model', { model: 'test:four', values: Float32Array.of(1, 0, 0) }],
    ['other dimensions', { model, values: Float32Array.of(1, 0) }],
    ['no dimensions', { model, values: new Float32Array() }],
  ])('goes by words alone where vectors are of %s', async (_, vector) => {
    const { find, source } = three();
    expect((await find('fee', [source], { vector })).map(({ number }) => number)).toEqual([1]);
  });

  it('finds vectors that came after the first search', async () => {
    const { find, source, vectors } = three();
    const vector = { model: 'test:later', values: Float32Array.of(0, 1, 0) };
    expect(await find('animals', [source], { vector })).toEqual([]);
    vectors.set('wsp_1/test:later/src_1/1', Float32Array.of(1, 0, 0, 0, 2, 0, 0, 0, 3));
    expect((await find('animals', [source], { vector }))[0]?.number).toBe(2);
  });
});
