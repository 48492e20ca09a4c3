import type { ComponentPropsWithoutRef } from "react";
import { classNames } from "./class-names.ts";

/** A sheet of paper on the desk: one subject, one border. */
export function Card({ className, ...rest }: ComponentPropsWithoutRef<"section">) {
  return (
    <section {...rest} className={classNames("rounded-box border border-line bg-surface p-4", className)} />
  );
}
