import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/i18n/request.ts");

const config: NextConfig = {
  // Behind the front door a redirect of `/socket.io/` would go round for ever.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  transpilePackages: ["@pyrena/ui", "@pyrena/contracts", "@pyrena/live", "@pyrena/engine"],
  // Types are a step of `npm test`; building a checked tree for the second time would only slow the first start.
  typescript: { ignoreBuildErrors: true },
  // Pages named `page.dev.tsx` (the gallery) exist in development only.
  pageExtensions: process.env.NODE_ENV === "development" ? ["dev.tsx", "tsx", "ts"] : ["tsx", "ts"],
  agentRules: false,
  devIndicators: false,
};

export default withNextIntl(config);
