import { build } from "../build.mjs";
import { ensureInstalled } from "../install.mjs";
import { serve } from "../serve.mjs";
import { checkDataFolder, checkPort } from "./checks.mjs";
import { orSentence } from "./problem.mjs";
import { readSettings } from "./settings.mjs";

/** What can be wrong is found out first, before minutes are spent. */
export function startAll() {
  return orSentence(async () => {
    const settings = readSettings();
    checkDataFolder(settings.dataFolder);
    await checkPort(settings);
    await ensureInstalled();
    await build();
    await serve(settings);
  });
}
