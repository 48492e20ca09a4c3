/**
 * `npm start`: from a fresh clone to a running classroom, with nothing but Node and npm. Its steps are the scripts of the
 * Dockerfile too: build.mjs and serve.mjs.
 */
import { build } from "./build.mjs";
import { ensureInstalled, requireNode } from "./install.mjs";
import { serve } from "./serve.mjs";
import { checkDataFolder, checkPort } from "./start/checks.mjs";
import { orSentence } from "./start/problem.mjs";
import { readSettings } from "./start/settings.mjs";

requireNode();
await orSentence(async () => {
  const settings = readSettings();
  checkDataFolder(settings.dataFolder);
  await checkPort(settings);
  await ensureInstalled();
  await build();
  await serve(settings);
});
