import type {} from "react";

declare module "react" {
  interface CSSProperties {
    /** Enlarges a subtree; see tokens.css. */
    "--scale"?: number;
  }
}
