/** What `run.mjs` needs of the hostile programs, bundled with the engine they are meant for. */
export { run } from "../src/engine.ts";
export { attempt, judge } from "./judge.ts";
export { mutant } from "./mutate.ts";
