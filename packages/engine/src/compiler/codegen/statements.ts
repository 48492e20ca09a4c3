/** Statements, by the kind of node.   [mirrors compiler_visit_stmt] */
import type * as ast from "../../parser/ast.ts";
import { constantTruth } from "../constants.ts";
import { syntaxError } from "../errors.ts";
import { annAssign, assign, augAssign } from "./assignment.ts";
import { classDef } from "./classes.ts";
import { jumpIf } from "./conditions.ts";
import { functionDef } from "./functions.ts";
import type { CodeGenerator } from "./generator.ts";
import { tryStatement, withStatement } from "./handlers.ts";
import { importFrom, importModules } from "./imports.ts";
import { breakLoop, continueLoop, forLoop, unwindBlocks, whileLoop } from "./loops.ts";
import { matchStatement } from "./match.ts";
import { typeAlias } from "./type-params.ts";

export function statement(g: CodeGenerator, node: ast.Stmt): void {
  switch (node.type) {
    case "Expr":
      expressionStatement(g, node);
      return;
    case "Assign":
      assign(g, node);
      return;
    case "AugAssign":
      augAssign(g, node);
      return;
    case "AnnAssign":
      annAssign(g, node);
      return;
    case "Return":
      returnStatement(g, node);
      return;
    case "Delete":
      for (const target of node.targets) g.expression(target);
      return;
    case "If":
      ifStatement(g, node);
      return;
    case "While":
      whileLoop(g, node);
      return;
    case "AsyncFor":
      requireAsync(g, node, "'async for' outside async function");
      forLoop(g, node);
      return;
    case "For":
      forLoop(g, node);
      return;
    case "Break":
      breakLoop(g, node);
      return;
    case "Continue":
      continueLoop(g, node);
      return;
    case "Pass":
      g.emit("NOP");
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
      functionDef(g, node);
      return;
    case "ClassDef":
      classDef(g, node);
      return;
    case "Try":
    case "TryStar":
      tryStatement(g, node);
      return;
    case "AsyncWith":
      requireAsync(g, node, "'async with' outside async function");
      withStatement(g, node);
      return;
    case "With":
      withStatement(g, node);
      return;
    case "Raise":
      raiseStatement(g, node);
      return;
    case "Assert":
      assertStatement(g, node);
      return;
    case "Import":
      importModules(g, node);
      return;
    case "ImportFrom":
      importFrom(g, node);
      return;
    case "Match":
      matchStatement(g, node);
      return;
    case "TypeAlias":
      typeAlias(g, node);
      return;
    case "Global":
    case "Nonlocal":
      return;
  }
}

function requireAsync(g: CodeGenerator, node: ast.Stmt, message: string): void {
  if (!g.unit.scope.isAsyncFunction) throw syntaxError(node, message);
}

function expressionStatement(g: CodeGenerator, node: ast.ExprStmt): void {
  if (g.options.mode === "single" && g.unit.kind === "module") {
    g.expression(node.value);
    g.emit("PRINT_EXPR");
    return;
  }
  if (node.value.type === "Constant") {
    g.emit("NOP");
    return;
  }
  g.expression(node.value);
  g.emitArtificial("POP_TOP");
}

function returnStatement(g: CodeGenerator, node: ast.Return): void {
  const kind = g.unit.kind;
  if (kind === "module" || kind === "class") throw syntaxError(node, "'return' outside function");
  const { isGenerator, isCoroutine } = g.unit.scope;
  if (node.value !== null && isGenerator && isCoroutine)
    throw syntaxError(node, "'return' with value in async generator");
  const keepsTop = node.value !== null && node.value.type !== "Constant";
  if (node.value !== null && keepsTop) g.expression(node.value);
  unwindBlocks(g, 0, keepsTop);
  if (!keepsTop) {
    if (node.value === null) g.none();
    else g.expression(node.value);
  }
  g.emit("RETURN_VALUE");
}

function ifStatement(g: CodeGenerator, node: ast.If): void {
  if (g.profile.skipsDeadBranches && node.test.type === "Constant") {
    g.body(constantTruth(node.test.value) ? node.body : node.orelse);
    return;
  }
  const end = g.label();
  const otherwise = node.orelse.length > 0 ? g.label() : end;
  jumpIf(g, node.test, otherwise, false);
  g.body(node.body);
  if (node.orelse.length > 0) {
    g.emitJump("JUMP", end, true);
    g.place(otherwise);
    g.body(node.orelse);
  }
  g.place(end);
}

function raiseStatement(g: CodeGenerator, node: ast.Raise): void {
  let count = 0;
  if (node.exc !== null) {
    g.expression(node.exc);
    count = 1;
    if (node.cause !== null) {
      g.expression(node.cause);
      count = 2;
    }
  }
  g.emit("RAISE_VARARGS", count);
}

function assertStatement(g: CodeGenerator, node: ast.Assert): void {
  const end = g.label();
  jumpIf(g, node.test, end, true);
  g.emit("LOAD_COMMON_CONSTANT", 0);
  if (node.msg !== null) {
    g.expression(node.msg);
    g.emit("CALL", 0);
  }
  if (g.profile.tracebackMarksCalls) g.at = node.test;
  g.emit("RAISE_VARARGS", 1);
  g.place(end);
}
