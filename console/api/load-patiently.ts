import { connection } from './connection.ts';

/**
 * Loads a part of the console; without a connection, waits until there is one. Rejects when the server answers and the
 * part is not there, as after an update; it is asked for twice, as the connection may have come back after the first time.
 */
export async function loadPatiently<Part>(load: () => Promise<Part>, isSecondTime = false): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    const answers = await connection.answers();
    if (answers && isSecondTime) throw error;
    if (!answers) await connection.isBack();
    return loadPatiently(load, answers);
  }
}
