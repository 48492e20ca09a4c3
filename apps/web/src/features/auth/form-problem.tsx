import type { ReactNode } from "react";

/** What kept a whole form from going through, said above its button. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="text-16 font-medium text-bad">
      <span aria-hidden="true">✕ </span>
      {children}
    </p>
  );
}
