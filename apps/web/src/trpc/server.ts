import type { AppRouter } from "@pyrena/api";
import { createTRPCClient, httpLink } from "@trpc/client";
import { headers } from "next/headers";
import superjson from "superjson";
import { env } from "../env.ts";

/** For server components: the API over loopback, in the name of whoever asked for the page. */
export async function serverApi() {
  const incoming = await headers();
  const forwarded: Record<string, string> = {};
  for (const name of ["cookie", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"]) {
    const value = incoming.get(name);
    if (value) forwarded[name] = value;
  }
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({ url: `${env.PYRENA_INTERNAL_ORIGIN}/api/trpc`, transformer: superjson, headers: forwarded }),
    ],
  });
}
