import { randomBytes, randomInt } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Made once per data folder and readable by its owner only. */
export function secretsOf(dataFolder) {
  const folder = join(dataFolder, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    authSecret: keep(join(folder, "auth-secret"), () => randomBytes(48).toString("base64url")),
    demoPassword: keep(join(folder, "demo-password"), readablePassword),
  };
}

function keep(file, make) {
  try {
    writeFileSync(file, make(), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/** To be typed from one screen into another: three groups of five without look-alikes, some 69 bits. */
function readablePassword() {
  const alphabet = "abcdefghkmnpqrstwxyz34679";
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return [group(), group(), group()].join("-");
}
