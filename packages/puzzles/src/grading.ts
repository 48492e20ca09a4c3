/** The half of this package that needs no engine: what a server does with a stored key while a room is live. */
export { grade } from "./grade.ts";
export { ENGINE_VERSION, type Key, keySchema } from "./key.ts";
export { misconception } from "./misconceptions/catalogue.ts";
export { histogramBucket, responseText } from "./response-text.ts";
export { reveal } from "./reveal.ts";
export { randomFrom, shuffled } from "./seed.ts";
