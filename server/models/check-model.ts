import type { ModelInput } from '../../contract/models.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import type { ModelRecord, ModelRole } from '../ports/store/model-store.ts';

/** Whether the stored key goes with the model as it is given now: never to another place than it was stored for. */
export function keepsKey(model: ModelInput, stored: ModelRecord | undefined): boolean {
  return (
    model.apiKey === undefined &&
    stored !== undefined &&
    stored.sealedKey !== null &&
    stored.provider === model.provider &&
    stored.baseUrl === (model.baseUrl ?? null)
  );
}

/** What is wrong with a model, at the fields of `at`, such as `first`. */
export function modelProblems(
  role: ModelRole,
  model: ModelInput,
  stored: ModelRecord | undefined,
  at: string,
): ProblemItem[] {
  const { provider, baseUrl, apiKey } = model;
  const hasKey = typeof apiKey === 'string' || keepsKey(model, stored);
  const losesKey = apiKey === undefined && (stored?.sealedKey ?? null) !== null && !hasKey;
  const rules: [boolean, string, string][] = [
    [role === 'embedding' && provider === 'anthropic', 'provider', 'Anthropic has no embeddings; choose another one.'],
    [provider === 'openai-compatible' && baseUrl === undefined, 'baseUrl', 'Enter the address of the model server.'],
    [baseUrl !== undefined && !isPlainAddress(baseUrl), 'baseUrl', 'Enter an address without a user name or password.'],
    [losesKey, 'apiKey', 'Enter the key again, or remove it: the stored one belongs to another provider or address.'],
    [!losesKey && !hasKey && provider !== 'openai-compatible', 'apiKey', 'Enter the API key; this provider needs one.'],
  ];
  return rules.filter(([isWrong]) => isWrong).map(([, field, message]) => ({ field: `${at}.${field}`, message }));
}

function isPlainAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}
