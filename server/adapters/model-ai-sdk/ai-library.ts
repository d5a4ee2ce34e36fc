/** The library waits for the first question: most installations start without a model. Its warnings would go past the log. */
export async function aiLibrary(): Promise<typeof import('ai')> {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return import('ai');
}
