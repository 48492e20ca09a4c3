/** import and from … import.   [mirrors compiler_import, compiler_from_import] */
import type * as ast from "../../parser/ast.ts";
import { intConstant, strConstant, tupleConstant } from "../constants.ts";
import type { CodeGenerator } from "./generator.ts";
import { nameOp } from "./names.ts";

export function importModules(g: CodeGenerator, node: ast.Import): void {
  for (const alias of node.names) {
    g.constant(intConstant(0n));
    g.none();
    g.emit(node.isLazy ? "LAZY_IMPORT_NAME" : "IMPORT_NAME", g.unit.nameNumber(alias.name));
    const parts = alias.name.split(".");
    if (alias.asname === null) {
      nameOp(g, parts[0] ?? alias.name, "Store");
      continue;
    }
    // `import a.b as c` binds the innermost module.
    for (const part of parts.slice(1)) {
      g.emit("IMPORT_FROM", g.unit.nameNumber(part));
      g.emit("SWAP", 2);
      g.emit("POP_TOP");
    }
    nameOp(g, alias.asname, "Store");
  }
}

export function importFrom(g: CodeGenerator, node: ast.ImportFrom): void {
  g.constant(intConstant(BigInt(node.level)));
  g.constant(tupleConstant(node.names.map((alias) => strConstant(alias.name))));
  g.emit(node.isLazy ? "LAZY_IMPORT_NAME" : "IMPORT_NAME", g.unit.nameNumber(node.module ?? ""));
  for (const alias of node.names) {
    if (alias.name === "*") {
      g.emit("IMPORT_STAR");
      return;
    }
    g.emit("IMPORT_FROM", g.unit.nameNumber(alias.name));
    nameOp(g, alias.asname ?? alias.name, "Store");
  }
  g.emit("POP_TOP");
}
