import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';

/** What can be asked at an address of the API; none where there is nothing. */
export function methodsAt(address: string): string[] {
  return [...new Set(known.filter(({ pattern }) => pattern.test(address)).map(({ method }) => method))];
}

const known = Object.values<Endpoint>(endpoints).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`),
}));
