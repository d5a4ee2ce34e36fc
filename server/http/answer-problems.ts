import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import { isCleanText } from './json-body.ts';
import { methodsAt } from './methods-at.ts';
import { mayBePage, problemPage } from './problem-page.ts';
import { RequestInvalid } from './request-invalid.ts';
import { toProblem } from './to-problem.ts';

export type AnswerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Answers an error with its problem, or a person with a page that says it, and logs a failure of ours once. */
export function problemAnswer({ log }: Pick<Context, 'log'>): AnswerProblem {
  return (error, request, reply) => {
    const { problem, retryAfterMs, goTo, cause } = toProblem(error, {
      id: request.id,
      bodyLimitBytes: request.routeOptions.bodyLimit,
    });
    if (cause !== undefined) {
      const { url: route } = request.routeOptions;
      log.error('a request failed', { requestId: request.id, route, method: request.method }, cause);
    }
    if (retryAfterMs !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(retryAfterMs / 1000)));
    reply.code(problem.status);
    if (mayBePage(request)) reply.header('vary', 'accept');
    const page = problemPage(request, { status: problem.status, goTo });
    if (page === null) return reply.type('application/problem+json').serializer(JSON.stringify).send(problem);
    const { html, contentSecurityPolicy } = page;
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy)
      .serializer(String)
      .send(html);
  };
}

/** Has every error of the app answered with a problem, unknown and unreadable addresses included. */
export function answerProblems(app: FastifyInstance, answer: AnswerProblem): void {
  app.setErrorHandler(answer);
  app.setNotFoundHandler(({ method, url }, reply) => {
    const address = url.split('?')[0] ?? '';
    const methods = methodsAt(address);
    if (methods.length === 0)
      throw new AppError('not_found', `There is nothing at ${method} ${address.slice(0, 200)}.`);
    reply.header('allow', methods.join(', '));
    throw new AppError(
      'method_not_allowed',
      `${address.slice(0, 200)} does not take ${method}, but ${methods.join(', ')}.`,
    );
  });
  app.addHook('onRequest', (request, _reply, next) => next(faultOfAddress(request.url)));
}

/** Only what is percent-encoded can be wrong: the HTTP parser has refused the rest. */
function faultOfAddress(url: string): RequestInvalid | undefined {
  if (!url.includes('%')) return undefined;
  try {
    if (isCleanText(decodeURIComponent(url))) return undefined;
    return new RequestInvalid([{ field: '', message: 'the address must not contain U+0000' }]);
  } catch {
    return badAddress();
  }
}

/** An address that cannot be read. */
export function badAddress(): RequestInvalid {
  return new RequestInvalid([{ field: '', message: 'the address is not well encoded' }]);
}
