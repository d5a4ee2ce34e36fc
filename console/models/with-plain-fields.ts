import { ProblemError } from '../../contract/client.ts';

/** Problems of a model are named after where it stands in the request, such as `first.apiKey`; its form has `apiKey`. */
export async function withPlainFields<Reply>(send: () => Promise<Reply>): Promise<Reply> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const problems = error.problem.problems?.map((item) => ({ ...item, field: item.field.replace(/^\w+\./, '') }));
    throw new ProblemError({ ...error.problem, ...(problems && { problems }) });
  }
}
