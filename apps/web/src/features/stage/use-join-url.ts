"use client";

import { useEffect, useState } from "react";

/** The address students should use; until the server named one, the address this page itself came from. */
export function useJoinUrl(given: string | null): string {
  const [own, setOwn] = useState("");
  useEffect(() => setOwn(location.origin), []);
  return given ?? own;
}
