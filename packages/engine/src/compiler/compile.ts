/**
 * From a tree to code.   [mirrors _PyAST_Compile, Python/compile.c]
 *
 * Returns the code of the module with everything nested in it among its constants, or what is wrong with the source.
 */
import type * as ast from "../parser/ast.ts";
import type { Diagnostic } from "../parser/diagnostics.ts";
import type { Profile } from "../version.ts";
import { assemble } from "./assemble.ts";
import type { CodeUnit } from "./code.ts";
import { finishAnnotations, moduleOrClassStart } from "./codegen/classes.ts";
import { expression } from "./codegen/expressions.ts";
import { closeGenerator, implicitReturn } from "./codegen/functions.ts";
import { CodeGenerator, type CompileOptions } from "./codegen/generator.ts";
import { statement } from "./codegen/statements.ts";
import { type CompileMemory, compileMemory } from "./compile-memory.ts";
import { ConstantPool } from "./constants.ts";
import { CompileStop } from "./errors.ts";
import { foldTree } from "./fold-tree.ts";
import { buildSymbolTable } from "./symtable.ts";

export type CompileResult =
  | { readonly ok: true; readonly code: CodeUnit; readonly memory: CompileMemory }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

export interface CompileRequest {
  readonly source: string;
  readonly filename: string;
  readonly profile: Profile;
  readonly mode: "exec" | "single" | "eval";
  /** Lines of the session before this input; 0 when missing. */
  readonly lineOffset?: number;
  /** Told of each function's finished code. */
  readonly onFunction?: (code: CodeUnit, args: ast.Arguments) => void;
}

/** Compiles statements as one unit; with mode `eval` the body is one expression statement whose value is returned. */
export function compileModule(body: readonly ast.Stmt[], request: CompileRequest): CompileResult {
  try {
    const { code, memory } = compileBody(body, request);
    return { ok: true, code, memory };
  } catch (error) {
    if (!(error instanceof CompileStop)) throw error;
    return { ok: false, diagnostic: error.diagnostic };
  }
}

type Compiled = Omit<CompileResult & { ok: true }, "ok">;

function compileBody(rawBody: readonly ast.Stmt[], request: CompileRequest): Compiled {
  const futureAnnotations = rawBody.some(
    (node) =>
      node.type === "ImportFrom" &&
      node.module === "__future__" &&
      node.names.some((alias) => alias.name === "annotations"),
  );
  const { lineOffset = 0 } = request;
  const options: CompileOptions = {
    profile: request.profile,
    filename: request.filename,
    source: request.source,
    lineOffset,
    mode: request.mode,
    futureAnnotations,
    sourceText: (node) => textOf(request.source, node),
    onFunction: request.onFunction ?? null,
  };
  const body = foldTree(rawBody, request.profile);
  const symtable = buildSymbolTable(body, { profile: request.profile, futureAnnotations });
  const g = new CodeGenerator(options, symtable, new ConstantPool(), { expression, statement, assemble });
  const unit = g.enter(symtable.top, "module", "<module>", 1 + lineOffset);
  g.emitArtificial("RESUME");
  if (request.mode === "eval") {
    const only = body[0];
    if (only?.type === "Expr") g.expression(only.value);
    g.emit("RETURN_VALUE");
  } else {
    const hasDocstring = request.mode === "exec" && moduleOrClassStart(g, body);
    g.body(hasDocstring ? body.slice(1) : body);
    finishAnnotations(g, 1);
    implicitReturn(g);
  }
  if (unit.scope.isGenerator || unit.scope.isCoroutine) closeGenerator(g);
  const code = g.leave();
  return { code, memory: compileMemory(code, symtable.top, request.profile) };
}

/** The source between a node's ends; columns count UTF-8 bytes. */
function textOf(source: string, node: ast.Location): string {
  const lines = source.split("\n").slice(node.lineno - 1, node.endLineno);
  const last = lines.length - 1;
  const parts = lines.map((line, i) => {
    const from = i === 0 ? unitsBefore(line, node.colOffset) : 0;
    return line.slice(from, i === last ? unitsBefore(line, node.endColOffset) : line.length);
  });
  return parts.map((part) => part.trim()).join(" ");
}

/** UTF-16 code units in the first `bytes` bytes of a line. */
function unitsBefore(line: string, bytes: number): number {
  let seen = 0;
  let units = 0;
  for (const char of line) {
    if (seen >= bytes) break;
    const point = char.codePointAt(0) ?? 0;
    seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    units += char.length;
  }
  return units;
}
