/**
 * `all(… for …)` and its like as a loop over the generator, with the call kept for when the name means something else.
 * [mirrors maybe_optimize_function_call]
 */
import type * as ast from "../../parser/ast.ts";
import type { CodeGenerator } from "./generator.ts";
import type { Label } from "./unit.ts";

/** LOAD_COMMON_CONSTANT's numbers of the callables. */
const numbers: Readonly<Record<string, number>> = { tuple: 2, all: 3, any: 4, list: 5, set: 6 };

/** With the callable on the stack. Returns where the call's result is awaited, or null when this call is no such one. */
export function loopedCall(g: CodeGenerator, node: ast.Call): Label | null {
  const generator = node.args[0];
  if (node.func.type !== "Name" || node.args.length !== 1 || node.keywords.length > 0) return null;
  const name = node.func.id;
  const number = numbers[name];
  if (number === undefined || !g.profile.loopedCalls.includes(name)) return null;
  if (generator?.type !== "GeneratorExp" || g.symtable.scopes.get(generator)?.isCoroutine === true)
    return null;
  const saved = g.at;
  g.at = node.func;
  const end = g.label();
  const otherwise = g.label();
  g.emit("COPY", 1);
  g.emit("LOAD_COMMON_CONSTANT", number);
  g.emit("IS_OP", 0);
  g.emitJump("POP_JUMP_IF_FALSE", otherwise);
  g.emit("POP_TOP");
  if (name === "all" || name === "any") decide(g, generator, name === "all", end);
  else collect(g, generator, name, end);
  g.place(otherwise);
  g.at = saved;
  return end;
}

/** Fills a list or a set. */
function collect(g: CodeGenerator, generator: ast.Expr, name: string, end: Label): void {
  const at = g.at;
  g.emit(name === "set" ? "BUILD_SET" : "BUILD_LIST", 0);
  g.expression(generator);
  g.at = at;
  const exhausted = g.label();
  const start = g.placed();
  g.emitJump("FOR_ITER", exhausted);
  g.emit(name === "set" ? "SET_ADD" : "LIST_APPEND", 2);
  g.emitJump("JUMP", start);
  g.place(exhausted);
  g.emit("END_FOR");
  g.emit("POP_ITER");
  if (name === "tuple") g.emit("LIST_TO_TUPLE");
  g.emitJump("JUMP", end);
}

/** Looks for an item that decides: a false one for `all`, a true one for `any`. */
function decide(g: CodeGenerator, generator: ast.Expr, isAll: boolean, end: Label): void {
  const at = g.at;
  g.expression(generator);
  g.at = at;
  const exhausted = g.label();
  const start = g.placed();
  g.emitJump("FOR_ITER", exhausted);
  g.emitJump(isAll ? "POP_JUMP_IF_TRUE" : "POP_JUMP_IF_FALSE", start);
  g.emit("POP_ITER");
  g.constant({ kind: isAll ? "false" : "true" });
  g.emitJump("JUMP", end);
  g.place(exhausted);
  g.emit("END_FOR");
  g.emit("POP_ITER");
  g.constant({ kind: isAll ? "true" : "false" });
  g.emitJump("JUMP", end);
}
