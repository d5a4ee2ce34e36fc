import { connection } from '../../api/connection.ts';

/**
 * `fetch` that tells how much of the body is on its way, from 0 to 1: of what a browser has, only XMLHttpRequest hears
 * that. A server that cannot be reached is noticed as by any other request.
 */
export function sendingFetch(onSent: (share: number) => void) {
  return (url: string, { method = 'GET', headers, body, signal }: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const request = new XMLHttpRequest();
      request.open(method, url);
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
      request.onload = () => resolve(responseOf(request));
      request.onerror = () => {
        void connection.answers();
        reject(new TypeError('The request did not reach the server.'));
      };
      request.onabort = () => reject(signal?.reason);
      signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(body as XMLHttpRequestBodyInit);
    });
}

function responseOf(request: XMLHttpRequest): Response {
  const type = request.getResponseHeader('content-type');
  return new Response(request.responseText || null, {
    status: request.status,
    headers: type === null ? {} : { 'content-type': type },
  });
}
