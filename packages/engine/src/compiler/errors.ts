/** How the compiler stops at a source it rejects: caught by compileModule, which returns the diagnostic as data. */

import type { Location } from "../parser/ast.ts";
import type { Diagnostic } from "../parser/diagnostics.ts";

export class CompileStop extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

export function syntaxError(at: Location, message: string): CompileStop {
  return new CompileStop({ code: "syntax-error", range: rangeOf(at), message });
}

/** Valid Python that the engine does not run yet. */
export function unsupported(at: Location, what: string): CompileStop {
  return new CompileStop({
    code: "unsupported",
    range: rangeOf(at),
    message: `${what} is not supported yet`,
  });
}

function rangeOf(at: Location): Diagnostic["range"] {
  return {
    lineno: at.lineno,
    colOffset: at.colOffset,
    endLineno: at.endLineno,
    endColOffset: at.endColOffset,
  };
}
