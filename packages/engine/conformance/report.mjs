/**
 * `node conformance/report.mjs [--version 3.13] [--name part] [--show]`: how many recorded results the built engine gets
 * right per version and mode; `--show` prints the differences, `--gaps` prints lines for gaps.txt, `--browser` asks the
 * build for a browser.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    browser: { type: "boolean" },
    version: { type: "string" },
    name: { type: "string" },
    mode: { type: "string" },
    show: { type: "boolean" },
    gaps: { type: "boolean" },
  },
});
const { run } = await import(join(here, "..", "dist", options.browser ? "browser.js" : "index.js"));
const counts = new Map();
const failing = new Map();
for (const file of readdirSync(join(here, "cases")).sort()) {
  const name = file.replace(/\.py$/, "");
  if (options.name !== undefined && !name.includes(options.name)) continue;
  const source = readFileSync(join(here, "cases", file), "utf8");
  const expected = JSON.parse(readFileSync(join(here, "expected", `${name}.json`), "utf8"));
  for (const mode of ["script", "repl"])
    for (const [version, want] of Object.entries(expected[mode] ?? {})) {
      if (
        want.unstable ||
        (options.version && options.version !== version) ||
        (options.mode && options.mode !== mode)
      )
        continue;
      const got = attempt(source, version, mode, name);
      const isRight = got.stdout === want.stdout && got.error === want.error;
      const key = `${mode} ${version}`;
      const count = counts.get(key) ?? { right: 0, all: 0 };
      counts.set(key, { right: count.right + (isRight ? 1 : 0), all: count.all + 1 });
      if (isRight) continue;
      const failed = failing.get(`${name} ${mode}`) ?? [];
      failing.set(`${name} ${mode}`, [...failed, { version, got, want }]);
    }
}
for (const [key, list] of failing) {
  if (options.gaps) console.log(`${key} ${list.map((f) => f.version).join(",")} not modelled yet`);
  else console.log(key.padEnd(48), list.map((f) => f.version).join(" "));
  if (!options.show) continue;
  const { version, got, want } = list.at(-1);
  console.log(`  ${version} wants ${JSON.stringify(want.stdout)} ${want.error ?? ""}`);
  console.log(`  ${version} got   ${JSON.stringify(got.stdout)} ${got.error ?? ""}`);
}
for (const [key, { right, all }] of [...counts].sort()) console.error(`${key.padEnd(12)} ${right} / ${all}`);

function attempt(source, python, mode, name) {
  try {
    const result = run(source, { python, mode, filename: `${name}.py` });
    return { stdout: result.stdout, error: result.exception === null ? null : result.exception.summary };
  } catch (error) {
    return {
      stdout: "",
      error: `engine: ${String(error?.stack ?? error)
        .split("\n")
        .slice(0, 4)
        .join(" | ")}`,
    };
  }
}
