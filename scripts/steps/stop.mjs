/** A step that cannot go on. Its message is for the person at the terminal; no stack is shown. */
export class Stop extends Error {}

/** Runs a command of the house; a `Stop` is printed and becomes exit code 1. */
export async function runCommand(command) {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
