import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Something the person at the terminal can act on, said in one sentence. */
export class StartProblem extends Error {}

/** Runs the work; a problem ends the process with its sentence instead of a stack. */
export async function orSentence(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

/** Whether the file with this URL is the program that was started, rather than imported by it. */
export function isMain(url) {
  return process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === url;
}
