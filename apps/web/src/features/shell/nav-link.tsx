"use client";

import { classNames } from "@pyrena/ui";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link that says when it is where you are. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={classNames(
        "touchable inline-flex items-center rounded-box px-2 text-14 font-medium sm:px-3 sm:text-16",
        isHere ? "bg-sunken text-ink" : "text-muted hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
