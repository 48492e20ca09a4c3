/**
 * Whether `determinate` tells facts from accidents as real interpreters do: `npm run determinate -w @pyrena/engine --
 * [--version 3.13] [--name part]`, after a build.
 *
 * determinacy.json says which programs print something else when CPython is started in another way (record_varying.py).
 * Precision: of what is found indeterminate, how much really varies. Recall: of what really varies, how much is found.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { determinate } = await import(join(here, "..", "dist", "index.js"));
const { values: options } = parseArgs({
  options: { version: { type: "string", default: "" }, name: { type: "string", default: "" } },
});
const { tried, varying } = JSON.parse(readFileSync(join(here, "determinacy.json"), "utf8"));
const versions = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"].filter((v) =>
  v.startsWith(options.version),
);

const counts = { found: 0, falseAlarms: 0, missed: 0, agreed: 0 };
for (const name of tried.filter((each) => each.includes(options.name))) {
  const path = ["cases", "varying"].map((folder) => join(here, folder, `${name}.py`)).find(existsSync);
  if (path === undefined) continue;
  const source = readFileSync(path, "utf8");
  for (const python of versions) {
    const varies = varying[name]?.includes(python) ?? false;
    const result = determinate(source, { python, filename: `${name}.py` }, ({ stdout, exception }) => [
      stdout,
      exception?.summary ?? null,
    ]);
    const isFound = "indeterminate" in result;
    if (varies && isFound) counts.found += 1;
    else if (varies) {
      counts.missed += 1;
      console.log(`missed       ${name} ${python}`);
    } else if (isFound) {
      counts.falseAlarms += 1;
      const { line, causes } = result.indeterminate;
      console.log(`false alarm  ${name} ${python}: line ${line}, ${causes.join(" and ")}`);
    } else counts.agreed += 1;
  }
}
const { found, falseAlarms, missed, agreed } = counts;
console.log(`${found} found, ${missed} missed, ${falseAlarms} false alarms, ${agreed} agreed to be facts`);
console.log(`precision ${share(found, falseAlarms)}, recall ${share(found, missed)}`);

function share(hits, others) {
  return `${((100 * hits) / Math.max(1, hits + others)).toFixed(1)} %`;
}
