import { createClient } from '../../contract/client.ts';
import { watchedFetch } from './connection.ts';

/** The server, as the contract describes it; the browser's cookie says who asks. */
export const api = createClient({ fetch: watchedFetch });
