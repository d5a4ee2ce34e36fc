import type { HttpCaller, IncomingResponse, OutgoingRequest } from '../http-caller.ts';

type Answer = IncomingResponse | Error | ((request: OutgoingRequest) => Promise<IncomingResponse>);

export interface ScriptedHttpCaller extends HttpCaller {
  /** What was called, oldest first. */
  readonly calls: readonly OutgoingRequest[];
  /** Adds an answer for the next call that has none yet. */
  answer(answer: Answer): void;
}

/** Answers calls from a script, in order: a response, an error to throw (such as an `UpstreamError`), or a function of the request. A call beyond it throws. */
export function scriptedHttpCaller(...answers: Answer[]): ScriptedHttpCaller {
  const script = [...answers];
  const calls: OutgoingRequest[] = [];
  return {
    calls,
    answer: (answer) => script.push(answer),
    async call(request) {
      calls.push(request);
      const answer = script.shift();
      if (answer === undefined) throw new Error(`The script holds no answer for ${request.method} ${request.url}.`);
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer(request) : answer;
    },
  };
}
