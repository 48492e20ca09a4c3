/** `except*`: every handler takes its part of the exception group.   [mirrors compiler_try_star_except] */
import type * as ast from "../../parser/ast.ts";
import type { CodeGenerator } from "./generator.ts";
import { forgetName } from "./loops.ts";
import { nameOp } from "./names.ts";
import type { Label } from "./unit.ts";

/**
 * In the handlers the stack is [previous, original, results, rest]: `results` lists what the handlers raised, `rest` is
 * the part of the group no handler has taken yet.
 */
export function exceptStar(g: CodeGenerator, node: ast.Try): void {
  const except = g.label();
  const cleanup = g.label();
  const reraise = g.label();
  const end = g.label();
  g.emitJump("SETUP_FINALLY", except);
  g.pushBlock({ kind: "try-except" });
  g.body(node.body);
  g.popBlock();
  g.emitArtificial("POP_BLOCK");
  g.body(node.orelse);
  g.emitJump("JUMP", end, true);
  g.place(except);
  g.emitJump("SETUP_CLEANUP", cleanup, true);
  g.emitArtificial("PUSH_EXC_INFO");
  g.pushBlock({ kind: "group-handler" });
  g.emit("COPY", 1);
  g.emit("BUILD_LIST", 0);
  g.emit("SWAP", 2);
  for (const handler of node.handlers) starHandler(g, handler);
  g.popBlock();
  // What no handler took is raised again together with what the handlers raised.
  g.emit("LIST_APPEND", 1);
  g.emit("PREP_RERAISE_STAR");
  g.emit("COPY", 1);
  g.emitJump("POP_JUMP_IF_NOT_NONE", reraise);
  g.emit("POP_TOP");
  g.emit("POP_BLOCK");
  g.emit("POP_EXCEPT");
  g.emitJump("JUMP", end);
  g.place(reraise);
  g.emit("POP_BLOCK");
  g.emit("SWAP", 2);
  g.emit("POP_EXCEPT");
  g.emit("RERAISE", 0);
  g.place(cleanup);
  g.emit("SWAP", 2);
  g.emit("POP_EXCEPT");
  g.emit("RERAISE", 0);
  g.place(end);
}

function starHandler(g: CodeGenerator, handler: ast.ExceptHandler): void {
  const saved = g.at;
  g.at = handler;
  const noMatch = g.label();
  const next = g.label();
  const raised = g.label();
  if (handler.exc !== null) {
    g.expression(handler.exc);
    g.emit("CHECK_EG_MATCH");
    g.emit("COPY", 1);
    g.emitJump("POP_JUMP_IF_NONE", noMatch);
  }
  if (handler.name === null) g.emit("POP_TOP");
  else nameOp(g, handler.name, "Store");
  g.emitJump("SETUP_CLEANUP", raised);
  g.pushBlock({ kind: "handler-cleanup", name: handler.name });
  g.body(handler.body);
  g.popBlock();
  g.emit("POP_BLOCK");
  if (handler.name !== null) forgetName(g, handler.name);
  g.emitJump("JUMP", next);
  collectRaised(g, handler, raised, next);
  g.place(noMatch);
  g.emit("POP_TOP");
  g.place(next);
  g.at = saved;
}

/** [.., results, rest, exception]: the handler raised; it joins the results. */
function collectRaised(g: CodeGenerator, handler: ast.ExceptHandler, raised: Label, next: Label): void {
  g.place(raised);
  if (handler.name !== null) forgetName(g, handler.name);
  g.emit("LIST_APPEND", 2);
  g.emitJump("JUMP", next);
}
