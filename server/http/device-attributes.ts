import Bowser from 'bowser';
import type { FastifyRequest } from 'fastify';
import type { AttributeMap } from '../../core/rollout/attributes.ts';

/** What the browser claims of itself in its headers, as `device.*` and `visitor.*` attributes. */
export function browserAttributes(headers: FastifyRequest['headers']): { device: AttributeMap; visitor: AttributeMap } {
  const language = headers['accept-language']?.match(/^\s*([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)/)?.[1];
  return { device: deviceOf(headers['user-agent']), visitor: language ? { language } : {} };
}

function deviceOf(userAgent: string | undefined): AttributeMap {
  if (!userAgent) return {};
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, 500));
  const known = { type: platform.type, os: os.name, browser: browser.name };
  return Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
