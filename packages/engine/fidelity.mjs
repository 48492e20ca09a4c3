/** `npm run fidelity -w @pyrena/engine`: writes docs/fidelity.md. What it says is conformance/fidelity.ts. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const { outputFiles } = await build({
  entryPoints: [join(here, "conformance", "fidelity.ts")],
  bundle: true,
  format: "esm",
  platform: "node",
  write: false,
});
const { fidelityPage } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
);
writeFileSync(join(here, "..", "..", "docs", "fidelity.md"), fidelityPage(here));
