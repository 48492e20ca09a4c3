/** What a server needs on its main thread: keys, grading and the reveal. Nothing here reaches the engine. */
export { grade } from "./grade.ts";
export { type Key, keySchema } from "./key.ts";
export { histogramBucket } from "./response-text.ts";
export { reveal } from "./reveal.ts";
