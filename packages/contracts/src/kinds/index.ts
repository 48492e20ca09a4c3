export {
  type Candidate,
  type Candidates,
  candidateSchema,
  candidatesSchema,
  type LineOffer,
} from "./candidate.ts";
export { fitsQuestion } from "./fits-question.ts";
export { type Bucket, bucketSchema, type Grade, gradeSchema } from "./grade.ts";
export {
  type HeapPicture,
  heapPictureSchema,
  type PictureEdge,
  type PictureFrame,
  type PictureObject,
  type PictureSlot,
} from "./heap-picture.ts";
export {
  type IdentityAsk,
  type ItemDraft,
  type ItemDraftInput,
  identityAskSchema,
  itemDraftSchema,
  type KindName,
  kindNameSchema,
  kindNames,
  type LeakAsk,
  leakAskSchema,
  type OutputAsk,
  outputAskSchema,
  type Params,
  paramsSchema,
  type RefcountAsk,
  refcountAskSchema,
  sourceTextSchema,
} from "./item-draft.ts";
export { type MessageValues, messageValuesSchema } from "./message.ts";
export { type Problem, type ProblemCode, problemCodes, problemSchema } from "./problem.ts";
export {
  type LineRun,
  lineNumberSchema,
  lineRunSchema,
  type Place,
  type PythonVersion,
  placeSchema,
  pythonVersionSchema,
  pythonVersions,
  type RunMode,
  runModeSchema,
  runModes,
} from "./python.ts";
export {
  type Prompt,
  promptCodes,
  promptSchema,
  type Question,
  type QuestionInput,
  questionInputSchema,
  questionSchema,
  type WidgetName,
} from "./question.ts";
export { type Response, responseSchema } from "./response.ts";
export {
  type Holder,
  holderSchema,
  type MisconceptionNote,
  misconceptionNoteSchema,
  type Reason,
  type Reveal,
  reasonCodes,
  reasonSchema,
  revealSchema,
} from "./reveal.ts";
