/** An audit action such as `apiKey.created` as words: "API key created". */
export function actionInWords(action: string): string {
  const words = action
    .replace('.', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace('api key', 'API key');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
