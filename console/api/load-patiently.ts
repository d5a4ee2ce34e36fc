import { connection } from './connection.ts';

/**
 * Loads a part of the console; without a connection, waits until there is one. Rejects when the server answers and the
 * part is not there, as after an update.
 */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    if (await connection.answers()) throw error;
    await connection.isBack();
    return loadPatiently(load);
  }
}
