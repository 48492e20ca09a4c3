/** Puzzles: from an author's draft to a question with a computed key, grading, and the reveal. */
export { type BankItem, bank, demoDeck } from "./bank/index.ts";
export { candidates } from "./candidates.ts";
export { grade } from "./grade.ts";
export { type Key, keySchema } from "./key.ts";
export { type Materialised, materialise, type Variant } from "./materialise.ts";
export { type Misconception, misconception, misconceptions } from "./misconceptions/catalogue.ts";
export { histogramBucket, responseText } from "./response-text.ts";
export { reveal } from "./reveal.ts";
