/** The shipped items, in the order of the demo deck: from the heap and its managers to the five practices. */
import type { ItemDraft } from "@pyrena/contracts";
import { edgeOfTheCache, edgeOfTheNewCache, typedAtThePrompt } from "./caching/small-ints.ts";
import { builtOrWritten, tuplesAndLists } from "./caching/strings.ts";
import { countInACycle, ringsCollected, twoNodes, youngAndOld } from "./collector/cycles.ts";
import { twoManagers } from "./collector/two-managers.ts";
import { insideACall, insideACallBorrowed, slotByRound, slotsCount } from "./counting/holders.ts";
import { oneNameGoes, printedAfterMoves, upAndDownAgain } from "./counting/two-names.ts";
import { growthSteps, shallowSize } from "./growth/lists.ts";
import type { BankItem } from "./item.ts";
import { closureKeepsPhoto, cycleCollectorOff, listenerKeepsDialog } from "./leaks/keepers.ts";
import { cacheKeepsPages, classLevelList, defaultArgument } from "./leaks/registries.ts";
import { blockReuse, sizeClasses } from "./pools/size-classes.ts";
import { comprehensionSize, pausedGenerator, peakOfTickets } from "./practices/generators.ts";
import { delOrNone, globalsStayBound } from "./practices/names.ts";
import { blameTheLine, peekAtTheCount, tracemallocSees } from "./practices/profiling.ts";
import { filesLeftOpen, openFiles } from "./resources/files.ts";
import { withShutsTheDoor } from "./resources/with.ts";
import { deadOrAlive, methodHoldsLamp } from "./weak-references/alive.ts";

export type { BankItem } from "./item.ts";

export const bank: readonly BankItem[] = [
  twoManagers,
  upAndDownAgain,
  oneNameGoes,
  printedAfterMoves,
  slotsCount,
  slotByRound,
  insideACall,
  insideACallBorrowed,
  growthSteps,
  shallowSize,
  edgeOfTheCache,
  edgeOfTheNewCache,
  typedAtThePrompt,
  builtOrWritten,
  tuplesAndLists,
  twoNodes,
  countInACycle,
  ringsCollected,
  youngAndOld,
  sizeClasses,
  blockReuse,
  classLevelList,
  cacheKeepsPages,
  defaultArgument,
  closureKeepsPhoto,
  listenerKeepsDialog,
  cycleCollectorOff,
  deadOrAlive,
  methodHoldsLamp,
  filesLeftOpen,
  openFiles,
  withShutsTheDoor,
  globalsStayBound,
  peakOfTickets,
  pausedGenerator,
  comprehensionSize,
  delOrNone,
  tracemallocSees,
  blameTheLine,
  peekAtTheCount,
];

export const demoDeck: readonly ItemDraft[] = bank.map((item) => item.draft);
