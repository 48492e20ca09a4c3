/**
 * How the build for a browser writes long texts (the library's Python, the grammar, tables of names): the commonest phrases
 * as one letter each. A compressor looks back 32 kB, so it sees more of a text at once.
 */

/** Letters such texts hardly use, and the phrases they stand for, in order; a phrase may hold the letters before its own. */
const letters = "JZQ^#YX&HK@/V6B8U97P;GW<4|+jq?O%";
// biome-ignore format: a table
const phrases = [
  "\n        ", "self", "\n    ", ", ", "Jreturn ", "name", "Qdef ", "return ", "None", "isinstance(", "NotImplemented",
  "type", "= ", "expression ", "\n  ", " itertools ", "args", "not ", " if ", "_collections_abc", "collections ", "Jif ",
  "class ", "data", " is ", "valu", "genericpath ", "operator ", " in ", "func", "other", "else",
];

export function unpack(text) {
  // `~` stands before a character that is meant itself.
  return text.replace(/~(.)|./gs, (found, itself) => {
    const at = letters.indexOf(found);
    return itself ?? (at < 0 ? found : unpack(phrases[at]));
  });
}

/** Throws when the text would not come back as it was. */
export function pack(text) {
  let packed = text.replace(/./gs, (char) => (char === "~" || letters.includes(char) ? `~${char}` : char));
  phrases.forEach((phrase, at) => {
    const pieces = new RegExp(`~.|${phrase.replace(/[(^]/g, "\\$&")}`, "gs");
    packed = packed.replace(pieces, (piece) => (piece.startsWith("~") ? piece : letters[at]));
  });
  if (unpack(packed) !== text) throw new Error(`a text would be lost: ${text.slice(0, 60)}`);
  return packed;
}
