/**
 * `exclusions.txt`: one test per line, `file name[ version] : reason`. The reason is a property of the test, what it needs that
 * a classroom for memory does not model; that a test fails is no reason.
 */
export function exclusions(text, version) {
  const reasons = new Map();
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const match = /^(\S+) (.+?)(?: (3\.\d+))? : (.+)$/.exec(line);
    if (match === null) throw new Error(`not understood: ${line}`);
    const [, file, name, only, reason] = match;
    if (only === undefined || only === version) reasons.set(`${file} ${name}`, reason);
  }
  return ({ file, name }) => reasons.get(`${file} ${name}`) ?? null;
}
