import { describe, expect, it } from 'vitest';
import { problemPage } from './problem-page.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const asked = (url: string, accept: string | undefined = browser, method = 'GET', language?: string) =>
  problemPage({ method, url, headers: { accept, 'accept-language': language } }, { status: 404 })?.html;

describe('a problem is answered with a page', () => {
  it.each(['/nonsense', '/d', '/d/', '/d/key/sms', '/apiary', '/visits', '/?q=1'])('at %s', (url) => {
    expect(asked(url)).toContain('<!doctype html>');
  });
  it('to HEAD as to GET', () => expect(asked('/nonsense', browser, 'HEAD')).toBeDefined());
});

describe('a problem stays a problem', () => {
  it.each(['/api', '/api/v1/nothing', '/visit/v1/sessions/x', '/healthz', '/readyz', '/metrics', '/api?x'])(
    'at %s, which programs read',
    (url) => expect(asked(url)).toBeUndefined(),
  );
  it.each([undefined, '*/*', 'application/json', 'application/json, text/html', 'application/problem+json,text/html'])(
    'to a client that accepts %s',
    (accept) => {
      const page = problemPage({ method: 'GET', url: '/nonsense', headers: { accept } }, { status: 404 });
      expect(page).toBeNull();
    },
  );
  it('to another method than GET', () => expect(asked('/nonsense', browser, 'POST')).toBeUndefined());
});

describe('the page of a visitor', () => {
  it('says nothing of the console', () => {
    for (const url of ['/d', '/d/', '/d/key/sms', '/d/key/chat/more'])
      expect(asked(url)).not.toMatch(/parley|console|href="\/"/i);
  });
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de', 'ltr', 'Diese Seite gibt es nicht'],
    ['xx, pt-BR', 'pt', 'ltr', 'Esta página não existe'],
    ['ar', 'ar', 'rtl', 'هذه الصفحة غير موجودة'],
    ['constructor', 'en', 'ltr', 'This page does not exist'],
    [undefined, 'en', 'ltr', 'This page does not exist'],
  ])('speaks to one who reads %j', (accepted, language, direction, title) => {
    const page = asked('/d/key/sms', browser, 'GET', accepted);
    expect(page).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
  });
  it('leads to where the problem says, and nowhere without it', () => {
    const request = { method: 'GET', url: '/d/a%22b/sms', headers: { accept: browser } };
    expect(problemPage(request, { status: 404, goTo: '/d/a"<b>' })?.html).toContain('href="/d/a&quot;&lt;b&gt;"');
    expect(problemPage(request, { status: 404 })?.html).not.toContain('<a ');
  });
});

describe('the page of an owner', () => {
  it('leads to the console', () => expect(asked('/nonsense')).toMatch(/<a href="\/"/));
});

describe('a failure of ours', () => {
  it.each(['/d/key/chat', '/flows/x'])('at %s offers to try the same again', (url) => {
    const page = problemPage({ method: 'GET', url, headers: { accept: browser } }, { status: 503 })?.html;
    expect(page).toContain('This does not work right now');
    expect(page).toContain('href=""');
  });
});

it('lets the page load nothing but its own look', () => {
  const page = problemPage({ method: 'GET', url: '/nonsense', headers: { accept: browser } }, { status: 404 });
  expect(page?.contentSecurityPolicy).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page?.contentSecurityPolicy).toContain("frame-ancestors 'none'");
});
