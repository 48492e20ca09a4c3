/** What kind of character it is, and how its case changes.   [mirrors Objects/unicodectype.c] */

const letter = /^\p{L}$/u;
const decimal = /^\p{Nd}$/u;
const numeric =
  /^[\p{N}㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒柴百肆萬貮貳贰阡陆陌陸零漆玖]$/u;
const digitBesideDecimal =
  /^[\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]$/u;
const upper = /^\p{Uppercase}$/u;
const lower = /^\p{Lowercase}$/u;
const title = /^\p{Lt}$/u;
const unprintable = /^[\p{C}\p{Z}]$/u;
const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Every code point passes, and there is one. */
function all(value: string, test: (character: string) => boolean): boolean {
  if (value === "") return false;
  for (const character of value) if (!test(character)) return false;
  return true;
}

const isDecimal = (c: string): boolean => decimal.test(c);
const isDigit = (c: string): boolean => decimal.test(c) || digitBesideDecimal.test(c);
const isNumeric = (c: string): boolean => numeric.test(c);
export const isUpper = (c: string): boolean => upper.test(c);
export const isLower = (c: string): boolean => lower.test(c);
export const isTitle = (c: string): boolean => title.test(c);
export const isCased = (c: string): boolean => upper.test(c) || lower.test(c) || title.test(c);

export function isSpace(c: string): boolean {
  const code = c.charCodeAt(0);
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  if (code < 0x80) return false;
  return code === 0x85 || (code !== 0xfeff && /^\s$/u.test(c));
}

/** Shown as it is by repr. [_PyUnicode_IsPrintable] */
export function isPrintable(c: string): boolean {
  const code = c.charCodeAt(0);
  if (code < 0x7f) return code >= 0x20;
  return !unprintable.test(c);
}

export const predicates: Readonly<Record<string, (value: string) => boolean>> = {
  isalpha: (s) => all(s, (c) => letter.test(c)),
  isdecimal: (s) => all(s, isDecimal),
  isdigit: (s) => all(s, isDigit),
  isnumeric: (s) => all(s, isNumeric),
  isalnum: (s) => all(s, (c) => letter.test(c) || isDigit(c) || isNumeric(c)),
  isspace: (s) => all(s, isSpace),
  isidentifier: (s) => identifier.test(s.normalize("NFKC")),
  isprintable: (s) => s === "" || all(s, isPrintable),
  isupper: (s) => hasOnly(s, isUpper, (c) => isLower(c) || isTitle(c)),
  islower: (s) => hasOnly(s, isLower, (c) => isUpper(c) || isTitle(c)),
  istitle: isTitleText,
};

function hasOnly(value: string, wanted: (c: string) => boolean, unwanted: (c: string) => boolean): boolean {
  let found = false;
  for (const c of value) {
    if (unwanted(c)) return false;
    if (wanted(c)) found = true;
  }
  return found;
}

function isTitleText(value: string): boolean {
  let previousIsCased = false;
  let found = false;
  for (const c of value) {
    if (isUpper(c) || isTitle(c)) {
      if (previousIsCased) return false;
      previousIsCased = true;
      found = true;
    } else if (isLower(c)) {
      if (!previousIsCased) return false;
      found = true;
    } else {
      previousIsCased = false;
    }
  }
  return found;
}

const titles: Readonly<Record<string, string>> = {
  Ǆ: "ǅ",
  ǆ: "ǅ",
  Ǉ: "ǈ",
  ǉ: "ǈ",
  Ǌ: "ǋ",
  ǌ: "ǋ",
  Ǳ: "ǲ",
  ǳ: "ǲ",
};

/** [_PyUnicode_ToTitleFull] */
function toTitle(c: string): string {
  const known = titles[c];
  if (known !== undefined) return known;
  if (isTitle(c)) return c;
  const capital = c.toUpperCase();
  const [first = "", ...rest] = capital;
  return rest.length === 0 ? capital : first + rest.join("").toLowerCase();
}

export function titleText(value: string): string {
  let result = "";
  let previousIsCased = false;
  for (const c of value) {
    result += previousIsCased ? c.toLowerCase() : toTitle(c);
    previousIsCased = isCased(c);
  }
  return result;
}

export function capitalizeText(value: string): string {
  const [first = "", ...rest] = value;
  // Lower-cased as a whole, so that a final sigma knows it is one.
  return toTitle(first) + (first + rest.join("")).toLowerCase().slice(first.toLowerCase().length);
}

export function swapCase(value: string): string {
  let result = "";
  for (const c of value) result += isUpper(c) ? c.toLowerCase() : isLower(c) ? c.toUpperCase() : c;
  return result;
}

const folded: Readonly<Record<string, string>> = {
  ς: "σ",
  ſ: "s",
  µ: "μ",
  "ͅ": "ι",
  ϐ: "β",
  ϑ: "θ",
  ϕ: "φ",
  ϖ: "π",
  ϰ: "κ",
  ϱ: "ρ",
  ϵ: "ε",
  ẛ: "ṡ",
  ι: "ι",
  ẞ: "ss",
};

export function foldCase(value: string): string {
  let result = "";
  for (const c of value) {
    const known = folded[c];
    if (known !== undefined) result += known;
    else {
      const capital = c.toUpperCase();
      result += capital.length > c.length && !isUpper(c) ? capital.toLowerCase() : c.toLowerCase();
    }
  }
  return result;
}
