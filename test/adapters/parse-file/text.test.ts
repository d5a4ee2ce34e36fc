import { describe, expect, test } from 'vitest';
import { bytesOf, read, reasonFor, textOf } from './read-file.ts';

describe('CSV', () => {
  test('a narrow table stays a table, whatever divides its columns', async () => {
    for (const delimiter of [',', ';', '\t']) {
      const csv = [
        ['Plan', 'Price', 'Users'],
        ['Pro', '20', '5'],
        ['Team', '"a|b"', '9'],
      ].map((row) => row.join(delimiter));
      expect(await read('prices.txt', bytesOf(`\uFEFF${csv.join('\r\n')}\r\n`))).toMatchObject({
        fileKind: 'csv',
        text: '| Plan | Price | Users |\n| --- | --- | --- |\n| Pro | 20 | 5 |\n| Team | a\\|b | 9 |',
      });
    }
  });

  test('of a wordy table every row names its columns', async () => {
    const answer = `Yes, ${'within thirty days '.repeat(6).trim()}.\n\nReally.`;
    expect(await textOf('faq.csv', bytesOf(`Question,Answer\nRefund?,"${answer}"\nTrial?,\n`))).toBe(
      `Question: Refund?\nAnswer: ${answer.replace('\n\n', ' ')}\n\nQuestion: Trial?`,
    );
  });

  test('prose with commas is prose', async () => {
    const prose = 'Hello, my friend, how are you?\nWell, thank you, and you?\nFine, I guess, thanks.';
    expect(await read('letter.txt', bytesOf(prose))).toMatchObject({ fileKind: 'text', text: prose });
  });
});

describe('email', () => {
  const head = 'From: Ada <ada@example.com>\r\nTo: bob@example.com\r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\n';

  test('the subject is its title, attachments are named', async () => {
    const mail = [
      `${head}Subject: =?utf-8?q?Price_f=C3=BCr_tea?=`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It is four euros.',
      '--b',
      'Content-Type: application/pdf; name="list.pdf"',
      'Content-Disposition: attachment; filename="list.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERg==',
      '--b--',
    ].join('\r\n');
    expect(await read('a.eml', bytesOf(mail))).toEqual({
      kind: 'read',
      fileKind: 'email',
      title: 'Price für tea',
      text: '# Price für tea\n\nFrom: Ada <ada@example.com>\nTo: bob@example.com\nDate: 2026-03-02\n\nIt is four euros.\n\nAttachments, not read: list.pdf',
    });
  });

  test('a body in HTML alone is read too', async () => {
    const mail = `${head}Subject: Tea\r\nContent-Type: text/html\r\n\r\n<table><tr><td><h2>Green</h2><p>Four <a href="https://x.test/">euros</a></p></td></tr></table><script>x</script>`;
    expect(await textOf('a.eml', bytesOf(mail))).toContain('## Green\n\nFour [euros](https://x.test/)');
  });
});

describe('text', () => {
  test.each([
    ['UTF-8', bytesOf('Füße, 漢字 😀')],
    ['UTF-8 with a mark', bytesOf('\uFEFFFüße, 漢字 😀')],
    ['UTF-16 with a mark', bytesOf('\uFEFFFüße, 漢字 😀', 'utf16le')],
  ])('%s is understood', async (_, bytes) => {
    expect(await read('a.txt', bytes)).toMatchObject({ fileKind: 'text', text: 'Füße, 漢字 😀' });
  });

  test.each([
    ['UTF-16 without a mark', bytesOf('Fuss und Fuesse', 'utf16le'), 'Fuss und Fuesse'],
    ['UTF-16 of the other order', bytesOf('Fuss und Fuesse', 'utf16le').swap16(), 'Fuss und Fuesse'],
    ['Latin-1', bytesOf('Füße für Füße', 'latin1'), 'Füße für Füße'],
    ['Windows-1252', Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0x80]), '“Hi” €'],
  ])('%s is understood too', async (_, bytes, text) => {
    expect(await textOf('a.txt', bytes)).toBe(text);
  });

  test('Markdown is taken as it is, and its first heading names it', async () => {
    const markdown = '# Guide\n\n- one\n- two\n\n```\ncode\n```';
    expect(await read('guide', bytesOf(markdown.replaceAll('\n', '\r\n')))).toEqual({
      kind: 'read',
      fileKind: 'markdown',
      title: 'Guide',
      text: markdown,
    });
  });

  test('a saved web page is read without what surrounds it', async () => {
    const html = `<!doctype html><title>Tea</title><nav>Home</nav><article><h1>Tea</h1><p>${'Tea is a drink. '.repeat(20)}</p></article>`;
    const outcome = await read('tea.txt', bytesOf(html));
    expect(outcome).toMatchObject({ fileKind: 'page', title: 'Tea' });
    expect(JSON.stringify(outcome)).not.toContain('Home');
  });

  test.each([
    ['holds no text', bytesOf(' \n\t\n ---')],
    ['more than 100000 characters', bytesOf('word '.repeat(30_000))],
    ['is a binary file', Buffer.from([1, 2, 3, 0, 4, 5, 0, 0, 6])],
  ])('says that it %s', async (reason, bytes) => {
    expect(await reasonFor('a.txt', bytes)).toContain(reason);
  });
});
