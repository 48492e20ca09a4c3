/**
 * Characters by name, for `\N{...}`: the ones lessons use.
 *
 * SIMPLIFIED: the whole table is larger than the engine. A name that is not here is refused as unsupported.
 */

/** The character that Unicode calls `name`, in any case; undefined for a name outside our list. */
export function characterByName(name: string): string | undefined {
  const upper = name.toUpperCase();
  const code = codes[upper];
  if (code !== undefined) return String.fromCodePoint(code);
  const [script, size, word, letter, link, ...mark] = upper.split(" ");
  if (script === "DIGIT" && word === undefined) return digits[size ?? ""];
  if (word !== "LETTER" || letter === undefined) return undefined;
  const capital = script === "LATIN" ? latin(letter) : script === "GREEK" ? greek(letter) : undefined;
  if (capital === undefined || (size !== "SMALL" && size !== "CAPITAL")) return undefined;
  const plain = size === "SMALL" ? capital.toLowerCase() : capital;
  return link === undefined ? plain : link === "WITH" ? withMark(plain, mark.join(" ")) : undefined;
}

function latin(letter: string): string | undefined {
  return /^[A-Z]$/.test(letter) ? letter : undefined;
}

function greek(letter: string): string | undefined {
  const index = greekLetters.indexOf(letter);
  // There is no capital final sigma: its place is empty.
  return index < 0 ? undefined : String.fromCodePoint(0x391 + index + (index > 16 ? 1 : 0));
}

/** The letter with its diacritic as one character, if there is one. */
function withMark(letter: string, mark: string): string | undefined {
  const combining = marks[mark];
  if (combining === undefined) return undefined;
  const composed = (letter + String.fromCodePoint(combining)).normalize("NFC");
  return composed.length === 1 ? composed : undefined;
}

const greekLetters: readonly string[] =
  "ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO SIGMA TAU UPSILON PHI CHI PSI OMEGA".split(
    " ",
  );

const marks: Readonly<Record<string, number>> = {
  GRAVE: 0x300,
  ACUTE: 0x301,
  CIRCUMFLEX: 0x302,
  TILDE: 0x303,
  MACRON: 0x304,
  BREVE: 0x306,
  "DOT ABOVE": 0x307,
  DIAERESIS: 0x308,
  "RING ABOVE": 0x30a,
  "DOUBLE ACUTE": 0x30b,
  CARON: 0x30c,
  CEDILLA: 0x327,
  OGONEK: 0x328,
};

const digits: Readonly<Record<string, string>> = {
  ZERO: "0",
  ONE: "1",
  TWO: "2",
  THREE: "3",
  FOUR: "4",
  FIVE: "5",
  SIX: "6",
  SEVEN: "7",
  EIGHT: "8",
  NINE: "9",
};

const codes: Readonly<Record<string, number>> = {
  SPACE: 0x20,
  "EXCLAMATION MARK": 0x21,
  "QUOTATION MARK": 0x22,
  "NUMBER SIGN": 0x23,
  "DOLLAR SIGN": 0x24,
  "PERCENT SIGN": 0x25,
  AMPERSAND: 0x26,
  APOSTROPHE: 0x27,
  "LEFT PARENTHESIS": 0x28,
  "RIGHT PARENTHESIS": 0x29,
  ASTERISK: 0x2a,
  "PLUS SIGN": 0x2b,
  COMMA: 0x2c,
  "HYPHEN-MINUS": 0x2d,
  "FULL STOP": 0x2e,
  SOLIDUS: 0x2f,
  COLON: 0x3a,
  SEMICOLON: 0x3b,
  "LESS-THAN SIGN": 0x3c,
  "EQUALS SIGN": 0x3d,
  "GREATER-THAN SIGN": 0x3e,
  "QUESTION MARK": 0x3f,
  "COMMERCIAL AT": 0x40,
  "LEFT SQUARE BRACKET": 0x5b,
  "REVERSE SOLIDUS": 0x5c,
  "RIGHT SQUARE BRACKET": 0x5d,
  "CIRCUMFLEX ACCENT": 0x5e,
  "LOW LINE": 0x5f,
  "GRAVE ACCENT": 0x60,
  "LEFT CURLY BRACKET": 0x7b,
  "VERTICAL LINE": 0x7c,
  "RIGHT CURLY BRACKET": 0x7d,
  TILDE: 0x7e,
  "NO-BREAK SPACE": 0xa0,
  "CENT SIGN": 0xa2,
  "POUND SIGN": 0xa3,
  "YEN SIGN": 0xa5,
  "SECTION SIGN": 0xa7,
  "COPYRIGHT SIGN": 0xa9,
  "REGISTERED SIGN": 0xae,
  "DEGREE SIGN": 0xb0,
  "PLUS-MINUS SIGN": 0xb1,
  "MICRO SIGN": 0xb5,
  "PILCROW SIGN": 0xb6,
  "MULTIPLICATION SIGN": 0xd7,
  "LATIN SMALL LETTER SHARP S": 0xdf,
  "DIVISION SIGN": 0xf7,
  "COMBINING GRAVE ACCENT": 0x300,
  "COMBINING ACUTE ACCENT": 0x301,
  "COMBINING DIAERESIS": 0x308,
  "COMBINING CEDILLA": 0x327,
  "ZERO WIDTH SPACE": 0x200b,
  "ZERO WIDTH NON-JOINER": 0x200c,
  "ZERO WIDTH JOINER": 0x200d,
  "EN SPACE": 0x2002,
  "EM SPACE": 0x2003,
  "THIN SPACE": 0x2009,
  "SOFT HYPHEN": 0xad,
  "NARROW NO-BREAK SPACE": 0x202f,
  "EN DASH": 0x2013,
  "EM DASH": 0x2014,
  "LEFT SINGLE QUOTATION MARK": 0x2018,
  "RIGHT SINGLE QUOTATION MARK": 0x2019,
  "LEFT DOUBLE QUOTATION MARK": 0x201c,
  "RIGHT DOUBLE QUOTATION MARK": 0x201d,
  BULLET: 0x2022,
  "HORIZONTAL ELLIPSIS": 0x2026,
  "EURO SIGN": 0x20ac,
  "TRADE MARK SIGN": 0x2122,
  "LEFTWARDS ARROW": 0x2190,
  "UPWARDS ARROW": 0x2191,
  "RIGHTWARDS ARROW": 0x2192,
  "DOWNWARDS ARROW": 0x2193,
  "LEFT RIGHT ARROW": 0x2194,
  "SQUARE ROOT": 0x221a,
  INFINITY: 0x221e,
  "ALMOST EQUAL TO": 0x2248,
  "NOT EQUAL TO": 0x2260,
  "LESS-THAN OR EQUAL TO": 0x2264,
  "GREATER-THAN OR EQUAL TO": 0x2265,
  SNOWMAN: 0x2603,
  "BLACK STAR": 0x2605,
  "WHITE STAR": 0x2606,
  "BLACK HEART SUIT": 0x2665,
  "CHECK MARK": 0x2713,
  "HEAVY CHECK MARK": 0x2714,
  "BALLOT X": 0x2717,
  "ZERO WIDTH NO-BREAK SPACE": 0xfeff,
  "BYTE ORDER MARK": 0xfeff,
  "RED APPLE": 0x1f34e,
  "GREEN APPLE": 0x1f34f,
  "PARTY POPPER": 0x1f389,
  SNAKE: 0x1f40d,
  "CAT FACE": 0x1f431,
  "DOG FACE": 0x1f436,
  "THUMBS UP SIGN": 0x1f44d,
  "PILE OF POO": 0x1f4a9,
  FIRE: 0x1f525,
  "GRINNING FACE": 0x1f600,
  ROCKET: 0x1f680,
};
