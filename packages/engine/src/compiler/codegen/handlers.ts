/**
 * try, except, finally and with.   [mirrors compiler_try_except, compiler_try_finally, compiler_with]
 *
 * From 3.11 a handler finds [previous exception, exception] on the stack, up to 3.10 two triples of (traceback, value,
 * type); the shape of the code is the same, the instructions that enter and leave a handler differ.
 */
import type * as ast from "../../parser/ast.ts";
import { syntaxError } from "../errors.ts";
import { delegate } from "./delegation.ts";
import { exceptStar } from "./except-star.ts";
import type { CodeGenerator } from "./generator.ts";
import { callExit, forgetName } from "./loops.ts";
import { nameOp } from "./names.ts";
import type { Label } from "./unit.ts";

export function tryStatement(g: CodeGenerator, node: ast.Try): void {
  if (node.finalbody.length > 0) tryFinally(g, node);
  else tryHandlers(g, node);
}

function tryHandlers(g: CodeGenerator, node: ast.Try): void {
  if (node.type === "TryStar") exceptStar(g, node);
  else tryExcept(g, node);
}

function tryFinally(g: CodeGenerator, node: ast.Try): void {
  const final = g.label();
  const cleanup = g.label();
  const exit = g.label();
  g.emitJump("SETUP_FINALLY", final);
  g.pushBlock({ kind: "finally-try", body: node.finalbody });
  if (node.handlers.length > 0) tryHandlers(g, node);
  else g.body(node.body);
  g.emitArtificial("POP_BLOCK");
  g.popBlock();
  g.body(node.finalbody);
  g.emitJump("JUMP", exit, true);
  g.place(final);
  g.pushBlock({ kind: "finally-end" });
  enterHandler(g, cleanup);
  g.body(node.finalbody);
  g.popBlock();
  g.emitArtificial(g.profile.hasExceptionTable ? "RERAISE" : "RERAISE_TRIPLE");
  g.place(cleanup);
  leaveAndReraise(g);
  g.place(exit);
}

function tryExcept(g: CodeGenerator, node: ast.Try): void {
  const except = g.label();
  const cleanup = g.label();
  const end = g.label();
  g.emitJump("SETUP_FINALLY", except);
  g.pushBlock({ kind: "try-except" });
  g.body(node.body);
  g.popBlock();
  g.emitArtificial("POP_BLOCK");
  g.body(node.orelse);
  g.emitJump("JUMP", end, true);
  g.place(except);
  enterHandler(g, cleanup);
  g.pushBlock({ kind: "exception-handler" });
  node.handlers.forEach((handler, i) => {
    if (handler.exc === null && i + 1 < node.handlers.length)
      throw syntaxError(handler, "default 'except:' must be last");
    exceptHandler(g, handler, end);
  });
  g.popBlock();
  g.emitArtificial(g.profile.hasExceptionTable ? "RERAISE" : "RERAISE_TRIPLE");
  g.place(cleanup);
  leaveAndReraise(g);
  g.place(end);
}

/** The exception, pushed by unwinding, becomes the one being handled. */
function enterHandler(g: CodeGenerator, cleanup: Label): void {
  g.emitJump(g.profile.hasExceptionTable ? "SETUP_CLEANUP" : "SETUP_CLEANUP_TRIPLE", cleanup, true);
  g.emitArtificial(g.profile.hasExceptionTable ? "PUSH_EXC_INFO" : "PUSH_EXC_INFO_TRIPLE");
}

/** An exception left the handler: what was handled before is handled again, and it goes on. [POP_EXCEPT_AND_RERAISE] */
function leaveAndReraise(g: CodeGenerator): void {
  const saved = g.at;
  g.at = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };
  if (g.profile.hasExceptionTable) {
    g.emit("SWAP", 2);
    g.emit("POP_EXCEPT");
  } else {
    g.rotateDown(4);
    g.emit("POP_EXCEPT_TRIPLE");
  }
  g.emit("RERAISE", 0);
  g.at = saved;
}

function exceptHandler(g: CodeGenerator, handler: ast.ExceptHandler, end: Label): void {
  const saved = g.at;
  g.at = handler;
  const next = g.label();
  const isTriple = !g.profile.hasExceptionTable;
  if (handler.exc !== null) {
    if (isTriple) g.emit("COPY", 1);
    g.expression(handler.exc);
    g.emit(isTriple ? "CHECK_EXC_TYPE" : "CHECK_EXC_MATCH");
    g.emitJump("POP_JUMP_IF_FALSE", next);
  }
  if (isTriple) g.emit("POP_TOP");
  if (handler.name === null) {
    g.emit("POP_TOP");
    if (isTriple) g.emit("POP_TOP");
    g.pushBlock({ kind: "handler-cleanup", name: null });
    g.body(handler.body);
    g.popBlock();
    g.at = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };
    g.emit("POP_BLOCK");
    g.emit(isTriple ? "POP_EXCEPT_TRIPLE" : "POP_EXCEPT");
    g.emitJump("JUMP", end);
  } else {
    nameOp(g, handler.name, "Store");
    if (isTriple) g.emit("POP_TOP");
    namedHandlerBody(g, handler, handler.name, end);
  }
  g.place(next);
  g.at = saved;
}

function namedHandlerBody(g: CodeGenerator, handler: ast.ExceptHandler, name: string, end: Label): void {
  const cleanup = g.label();
  g.emitJump("SETUP_CLEANUP", cleanup);
  g.pushBlock({ kind: "handler-cleanup", name });
  g.body(handler.body);
  g.popBlock();
  g.at = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };
  g.emit("POP_BLOCK");
  g.emit("POP_BLOCK");
  g.emit(g.profile.hasExceptionTable ? "POP_EXCEPT" : "POP_EXCEPT_TRIPLE");
  forgetName(g, name);
  g.emitJump("JUMP", end);
  g.place(cleanup);
  forgetName(g, name);
  g.emit("RERAISE", 0);
}

export function withStatement(g: CodeGenerator, node: ast.With, index = 0): void {
  const item = node.items[index];
  if (item === undefined) {
    g.body(node.body);
    return;
  }
  const isAsync = node.type === "AsyncWith";
  const final = g.label();
  const exit = g.label();
  const cleanup = g.label();
  g.expression(item.contextExpr);
  const saved = g.at;
  g.at = item.contextExpr;
  if (g.profile.withUnbindsExit) enterUnbound(g, isAsync);
  else g.emit(isAsync ? "BEFORE_ASYNC_WITH" : "BEFORE_WITH");
  if (isAsync) awaitTop(g);
  g.emitJump("SETUP_WITH", final);
  g.pushBlock({ kind: isAsync ? "async-with" : "with", at: item.contextExpr });
  if (item.optionalVars === null) g.emit("POP_TOP");
  else g.expression(item.optionalVars);
  g.at = saved;
  withStatement(g, node, index + 1);
  g.at = item.contextExpr;
  g.emitArtificial("POP_BLOCK");
  g.popBlock();
  callExit(g, isAsync);
  g.emitJump("JUMP", exit);
  g.place(final);
  enterHandler(g, cleanup);
  exitWithException(g, isAsync, exit);
  g.place(cleanup);
  leaveAndReraise(g);
  g.at = saved;
  g.place(exit);
}

/** [manager] → [__exit__, self or null, result of __enter__] (3.14+). */
function enterUnbound(g: CodeGenerator, isAsync: boolean): void {
  g.emit("COPY", 1);
  g.emit("LOAD_SPECIAL", isAsync ? 3 : 1);
  g.emit("SWAP", 2);
  g.emit("SWAP", 3);
  g.emit("LOAD_SPECIAL", isAsync ? 2 : 0);
  g.emit("CALL", 0);
}

function awaitTop(g: CodeGenerator): void {
  g.emit("GET_AWAITABLE");
  g.none();
  delegate(g);
}

/** Asks `__exit__` whether the exception ends here. [compiler_with_except_finish] */
function exitWithException(g: CodeGenerator, isAsync: boolean, exit: Label): void {
  const isTriple = !g.profile.hasExceptionTable;
  const suppress = g.label();
  g.emit("WITH_EXCEPT_START");
  if (isAsync) awaitTop(g);
  g.emitJump("POP_JUMP_IF_TRUE", suppress);
  g.emit(isTriple ? "RERAISE_TRIPLE" : "RERAISE");
  g.place(suppress);
  for (let i = 0; i < (isTriple ? 3 : 1); i += 1) g.emit("POP_TOP");
  g.emit("POP_BLOCK");
  g.emit(isTriple ? "POP_EXCEPT_TRIPLE" : "POP_EXCEPT");
  g.emit("POP_TOP");
  if (g.profile.withUnbindsExit) g.emit("POP_TOP");
  g.emitJump("JUMP", exit);
}
