/** Loops and leaving them; unwinding the blocks in between.   [mirrors compiler_for, compiler_unwind_fblock] */
import type * as ast from "../../parser/ast.ts";
import { constantTruth } from "../constants.ts";
import { syntaxError } from "../errors.ts";
import { jumpIf } from "./conditions.ts";
import { delegate } from "./delegation.ts";
import type { CodeGenerator } from "./generator.ts";
import { nameOp } from "./names.ts";
import type { FrameBlock, Label } from "./unit.ts";

export function forLoop(g: CodeGenerator, node: ast.For): void {
  const isAsync = node.type === "AsyncFor";
  const start = g.label();
  const cleanup = g.label();
  const end = g.label();
  g.expression(node.iter);
  g.emit(isAsync ? "GET_AITER" : "GET_ITER");
  g.pushBlock({ kind: isAsync ? "async-for" : "for", start, exit: end });
  g.place(start);
  if (isAsync) awaitNext(g, cleanup);
  else {
    const saved = g.at;
    g.at = node.iter;
    g.emitJump("FOR_ITER", cleanup);
    g.at = saved;
  }
  g.expression(node.target);
  g.body(node.body);
  g.emitJump("JUMP", start, true);
  g.place(cleanup);
  g.popBlock();
  const saved = g.at;
  g.at = node.iter;
  if (isAsync) g.emit("END_ASYNC_FOR");
  else {
    g.emit("END_FOR");
    g.emit("POP_ITER");
  }
  g.at = saved;
  g.body(node.orelse);
  g.place(end);
}

/** The next item of an asynchronous iterator; StopAsyncIteration goes to `exhausted` with [iterator, exception]. */
export function awaitNext(g: CodeGenerator, exhausted: Label): void {
  g.emitJump("SETUP_FINALLY", exhausted);
  g.emit("GET_ANEXT");
  g.none();
  delegate(g);
  g.emit("POP_BLOCK");
}

export function whileLoop(g: CodeGenerator, node: ast.While): void {
  const isKnown = g.profile.skipsDeadBranches && node.test.type === "Constant";
  if (isKnown && !constantTruth(node.test.value)) {
    g.body(node.orelse);
    return;
  }
  const start = g.placed();
  const otherwise = g.label();
  const end = g.label();
  g.pushBlock({ kind: "while", start, exit: end });
  if (!isKnown) jumpIf(g, node.test, otherwise, false);
  const body = g.placed();
  g.body(node.body);
  // 3.10 – 3.13: the test is asked once more below the body, and jumps back itself.
  if (g.profile.rotatesLoops) jumpIf(g, node.test, body, true);
  else g.emitJump("JUMP", start, true);
  g.popBlock();
  g.place(otherwise);
  g.body(node.orelse);
  g.place(end);
}

export function breakLoop(g: CodeGenerator, node: ast.Stmt): void {
  const loop = unwindToLoop(g);
  if (loop === null) throw syntaxError(node, "'break' outside loop");
  unwindBlock(g, loop, false);
  g.emitJump("JUMP", loop.exit);
}

export function continueLoop(g: CodeGenerator, node: ast.Stmt): void {
  const loop = unwindToLoop(g);
  if (loop === null) throw syntaxError(node, "'continue' not properly in loop");
  g.emitJump("JUMP", loop.start);
}

type Loop = Extract<FrameBlock, { exit: Label }>;

function isLoop(block: FrameBlock): block is Loop {
  return block.kind === "while" || block.kind === "for" || block.kind === "async-for";
}

/** Emits what leaving the blocks inside the innermost loop needs. */
function unwindToLoop(g: CodeGenerator): Loop | null {
  const blocks = g.unit.frameBlocks;
  const at = blocks.findLastIndex(isLoop);
  const loop = blocks[at];
  if (loop === undefined || !isLoop(loop)) return null;
  unwindBlocks(g, at + 1, false);
  return loop;
}

/** Leaves every block from the innermost down to number `until`, then puts them back for the code that follows. */
export function unwindBlocks(g: CodeGenerator, until: number, keepsTop: boolean): void {
  const blocks = g.unit.frameBlocks;
  const left: FrameBlock[] = [];
  while (blocks.length > until) {
    const block = blocks.pop();
    if (block === undefined) break;
    left.push(block);
    if (block.kind === "group-handler")
      throw syntaxError(g.at, "'break', 'continue' and 'return' cannot appear in an except* block");
    unwindBlock(g, block, keepsTop);
  }
  for (const block of left.reverse()) blocks.push(block);
}

/** `keepsTop`: the value on top is what is being returned. */
function unwindBlock(g: CodeGenerator, block: FrameBlock, keepsTop: boolean): void {
  const saved = g.at;
  switch (block.kind) {
    case "while":
    case "exception-handler":
    case "group-handler":
      return;
    case "for":
      if (keepsTop) g.emit("SWAP", 2);
      g.emit("POP_ITER");
      return;
    case "async-for":
    case "pop-value":
      if (keepsTop) g.emit("SWAP", 2);
      g.emit("POP_TOP");
      return;
    case "try-except":
      g.emit("POP_BLOCK");
      return;
    case "finally-try":
      g.emit("POP_BLOCK");
      if (keepsTop) g.pushBlock({ kind: "pop-value" });
      g.body(block.body);
      if (keepsTop) g.popBlock();
      g.at = saved;
      return;
    case "finally-end":
      leaveHandler(g, keepsTop, true);
      return;
    case "with":
    case "async-with":
      g.at = block.at;
      g.emit("POP_BLOCK");
      if (keepsTop) g.rotateDown(g.profile.withUnbindsExit ? 3 : 2);
      callExit(g, block.kind === "async-with");
      g.at = saved;
      return;
    case "handler-cleanup":
      if (block.name !== null) g.emit("POP_BLOCK");
      leaveHandler(g, keepsTop, false);
      if (block.name !== null) forgetName(g, block.name);
  }
}

/** Pops the exception being handled: [.., previous] or the triple, under a kept value. */
function leaveHandler(g: CodeGenerator, keepsTop: boolean, dropsException: boolean): void {
  const isTriple = !g.profile.hasExceptionTable;
  if (dropsException) {
    if (keepsTop) g.rotateDown(isTriple ? 4 : 2);
    for (let i = 0; i < (isTriple ? 3 : 1); i += 1) g.emit("POP_TOP");
  }
  g.emit("POP_BLOCK");
  if (keepsTop) g.rotateDown(isTriple ? 4 : 2);
  g.emit(isTriple ? "POP_EXCEPT_TRIPLE" : "POP_EXCEPT");
}

/** `name = None; del name` at the end of a handler. */
export function forgetName(g: CodeGenerator, name: string): void {
  g.none();
  nameOp(g, name, "Store");
  nameOp(g, name, "Del");
}

/**
 * [exit] or [exit, self] → []: `__exit__(None, None, None)`, its result dropped. Up to 3.13 the first None lies where self
 * would, so that the bound method is called as it is.
 */
export function callExit(g: CodeGenerator, isAsync: boolean): void {
  g.none();
  g.none();
  g.none();
  g.emit("CALL", g.profile.withUnbindsExit ? 3 : 2);
  if (isAsync) {
    g.emit("GET_AWAITABLE");
    g.none();
    delegate(g);
  }
  g.emit("POP_TOP");
}
