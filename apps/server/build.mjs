/** Bundles the workspace's TypeScript into dist/; what comes from npm stays in node_modules. */
import { build } from "esbuild";

const workspaceOnly = {
  name: "workspace-only",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@pyrena/") ? undefined : { path, external: true },
    );
  },
};

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: {
    main: "src/main.ts",
    "engine-worker": "src/engine/worker.ts",
    "pages-child": "src/pages/child.ts",
  },
  outdir: "dist",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  logLevel: "warning",
  plugins: [workspaceOnly],
});
