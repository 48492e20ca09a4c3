/** Waiting on a sub-iterator: `yield from` and `await`.   [ADD_YIELD_FROM] */
import type { CodeGenerator } from "./generator.ts";

/** Sends to a sub-iterator until it is exhausted: [iterator, value] → [result]. */
export function delegate(g: CodeGenerator): void {
  const send = g.placed();
  const fail = g.label();
  const exit = g.label();
  g.emitJump("SEND", exit);
  g.emitJump("SETUP_FINALLY", fail);
  g.emit("YIELD_VALUE", 1);
  g.emit("POP_BLOCK");
  g.emitJump("JUMP_NO_INTERRUPT", send);
  g.place(fail);
  g.emit("CLEANUP_THROW");
  g.place(exit);
  g.emit("END_SEND");
}

/** YIELD_VALUE's argument for a `yield` of the source: 2 in an asynchronous generator, where `await` yields too. */
export function ownYield(g: CodeGenerator): number {
  return g.unit.scope.isCoroutine ? 2 : 0;
}
