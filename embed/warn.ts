/** Tells the developer of the page that embeds us, who has no other way to learn of a mistake. */
export function warn(message: string): void {
  // biome-ignore lint/suspicious/noConsole: this is the one place that speaks to the page's developer
  console.warn(`Parley: ${message}`);
}
