/** Wrong ideas of loops and of what runs lazily. */

import { dictGetText } from "../../objects/dict.ts";
import type { Frame } from "../../objects/object.ts";
import type { Delete, Expr, For, Stmt } from "../../parser/ast.ts";
import { mapTree } from "../map-tree.ts";
import type { Instruction, WrongRule } from "../points.ts";

/** A column no source has: where an instruction comes from that only a rule has put there. */
const addedColumn = -1;

/** M09: the loop variable vanishes when the loop ends. */
export const loopVariableDies: WrongRule = () => {
  const unlessUnbound =
    (isBound: (frame: Frame, arg: number) => boolean): Instruction =>
    (rt, frame, arg, next) => {
      const isAdded = frame.unit.positions[frame.pc]?.colOffset === addedColumn;
      return isAdded && !isBound(frame, arg) ? true : next(rt, frame, arg);
    };
  const inDict = (frame: Frame, arg: number): boolean =>
    dictGetText(frame.locals ?? frame.globals, frame.unit.names[arg] ?? "") !== null;
  return {
    compile: (body) =>
      mapTree(body, {
        statement: (node) =>
          node.type === "For" || node.type === "AsyncFor" ? [node, ...endOf(node)] : [node],
      }),
    instructions: {
      DELETE_NAME: unlessUnbound(inDict),
      DELETE_GLOBAL: unlessUnbound(
        (frame, arg) => dictGetText(frame.globals, frame.unit.names[arg] ?? "") !== null,
      ),
      DELETE_FAST: unlessUnbound((frame, arg) => (frame.slots[arg] ?? null) !== null),
    },
  };
};

/** `del` of the loop's names, at the line of its head. */
function endOf(loop: For): Stmt[] {
  const { lineno } = loop;
  const at = { lineno, endLineno: loop.endLineno, colOffset: addedColumn, endColOffset: addedColumn };
  const targets = namesIn(loop.target).map((id): Expr => ({ type: "Name", id, ctx: "Del", ...at }));
  return targets.length === 0 ? [] : [{ type: "Delete", targets, ...at } satisfies Delete];
}

function namesIn(target: Expr): string[] {
  switch (target.type) {
    case "Name":
      return [target.id];
    case "Tuple":
    case "List":
      return target.elts.flatMap(namesIn);
    case "Starred":
      return namesIn(target.value);
    default:
      return [];
  }
}

/** M79: a generator expression builds all its items, like a list. */
export const generatorStoresAll: WrongRule = () => ({
  compile: (body) =>
    mapTree(body, {
      expression: (node) =>
        node.type === "GeneratorExp" && !node.generators.some((each) => each.isAsync)
          ? { ...node, type: "ListComp" }
          : node,
    }),
});
