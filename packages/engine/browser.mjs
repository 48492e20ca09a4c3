/**
 * The engine as one script for a browser: bundled, its own property names shortened, compressed.
 *
 * A property name is shortened only where nothing but the engine's own code can see it. Kept are the names of JavaScript,
 * of the types a caller is given, of every text in the engine (it may be a key somewhere) and of tables whose keys are read.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { minify, parse, parseSync } from "@swc/core";
import { build } from "esbuild";
import { pack } from "./browser-text.mjs";

const root = dirname(fileURLToPath(import.meta.url));

/** Files whose interfaces are what `run` takes and gives. */
const publicTypes = [
  "determinate.ts",
  "run-types.ts",
  "parser/diagnostics.ts",
  "trace/event.ts",
  "trace/recorded.ts",
  "trace/snapshot-types.ts",
];

/** Writes the long literals of files that hold texts so. */
const packTexts = {
  name: "pack-texts",
  setup(build) {
    build.onLoad(
      { filter: /modules[/\\]python[/\\]|[/\\]rules-[a-z0-9]+\.ts$|import-costs|unmodelled-names/ },
      ({ path }) => {
        const source = readFileSync(path, "utf8");
        const contents = source.replace(/`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"/gs, (literal) =>
          literal.length < 400 || literal.includes("${")
            ? literal
            : `unpack(${JSON.stringify(pack(textOf(literal)))})`,
        );
        const runtime = JSON.stringify(join(root, "browser-text.mjs"));
        return { contents: `import { unpack } from ${runtime};\n${contents}`, loader: "ts" };
      },
    );
  },
};

function textOf(literal) {
  return new Function(`return ${literal}`)();
}

/** How esbuild is asked for all of it. */
export const bundling = {
  absWorkingDir: root,
  entryPoints: ["src/index.ts"],
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  platform: "browser",
  format: "esm",
  target: "es2022",
  write: false,
  metafile: true,
  plugins: [packTexts],
};

const syntax = { syntax: "ecmascript", target: "es2022" };

/** The script's text, and how much of it each source file is before the last step joins them. */
export async function browserBuild() {
  const readable = await build({ ...bundling, mangleProps: /./, mangleCache: {} });
  const plain = await build(bundling);
  const kept = await keptNames(plain.outputFiles[0].text);
  // `import * as`: its members are names of exports, which stay as they are.
  walk(await parse(readable.outputFiles[0].text, syntax), ({ type, callee, arguments: given }) => {
    if (type === "CallExpression" && callee.value === "__export") keepKeys(kept, given[1].expression);
  });
  const own = Object.keys(readable.mangleCache).filter(
    (name) => /^[a-z][a-zA-Z0-9]+$/.test(name) && !kept.has(name),
  );
  const { outputFiles, metafile } = await build({ ...bundling, mangleProps: oneOf(own) });
  const { code } = await minify(outputFiles[0].text, {
    module: true,
    ecma: 2022,
    compress: { ecma: 2022, toplevel: true, passes: 3, pure_getters: true, unsafe_arrows: true },
    mangle: { toplevel: true },
  });
  return { code, inputs: Object.values(metafile.outputs)[0].inputs };
}

function oneOf(names) {
  return new RegExp(`^(?:${names.map((name) => name.replaceAll("$", "\\$")).join("|")})$`);
}

async function keptNames(text) {
  const kept = languageNames();
  const tables = new Map();
  const read = new Set();
  for (const file of sources()) {
    const isPublic = publicTypes.includes(file);
    walk(parseSync(readFileSync(join(root, "src", file), "utf8"), { syntax: "typescript" }), (node) => {
      if (isPublic && (node.type === "TsPropertySignature" || node.type === "TsMethodSignature"))
        kept.add(node.key.value);
      keepRecord(node, kept, read);
    });
  }
  walk(await parse(text, syntax), (node) => {
    if (node.type === "StringLiteral") kept.add(node.value);
    if (node.type === "TemplateElement") kept.add(node.cooked);
    const bound = boundObject(node);
    if (bound !== null) tables.set(bound.name, [...(tables.get(bound.name) ?? []), bound.object]);
    const table = tableRead(node);
    if (table !== null) read.add(table);
    if (node.type === "CallExpression" && node.callee.object?.value === "Object")
      for (const { expression } of node.arguments) keepKeys(kept, expression);
  });
  for (const name of read) for (const object of tables.get(name) ?? []) keepKeys(kept, object);
  return kept;
}

function sources() {
  const names = readdirSync(join(root, "src"), { recursive: true });
  return names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
}

/** The keys of what TypeScript calls a Record are data. */
function keepRecord(node, kept, read) {
  if (node.type === "VariableDeclarator" && isRecord(node.id.typeAnnotation)) keepKeys(kept, node.init);
  if (node.type === "TsSatisfiesExpression" && isRecord(node.typeAnnotation)) keepKeys(kept, node.expression);
  if (node.type === "TsPropertySignature" && isRecord(node.typeAnnotation)) read.add(node.key.value);
  if (node.body && isRecord(node.returnType))
    walk(node.body, (inner) => {
      if (inner.type === "ReturnStatement") keepKeys(kept, inner.argument);
      if (inner.type === "ParenthesisExpression") keepKeys(kept, inner);
    });
}

function isRecord(type) {
  if (!type) return false;
  if (type.type === "TsTypeAnnotation") return isRecord(type.typeAnnotation);
  if (type.type !== "TsTypeReference") return false;
  return type.typeName.value === "Record" || (type.typeParams?.params ?? []).some(isRecord);
}

/** `name = {…}` or `name: {…}` */
function boundObject(node) {
  if (node.type === "VariableDeclarator" && node.init?.type === "ObjectExpression")
    return { name: node.id.value, object: node.init };
  if (node.type === "KeyValueProperty" && node.value.type === "ObjectExpression")
    return { name: node.key.value, object: node.value };
  return null;
}

/** The name of the table whose keys `Object.keys(a.name)`, `key in a.name` or `a.name[key]` read. */
function tableRead(node) {
  if (node.type === "MemberExpression" && node.property.type === "Computed") return nameOf(node.object);
  if (node.type === "BinaryExpression" && node.operator === "in") return nameOf(node.right);
  if (node.type === "ForInStatement") return nameOf(node.right);
  if (node.type === "CallExpression" && node.callee.object?.value === "Object")
    return nameOf(node.arguments[0].expression);
  return null;
}

/** `name`, `a.name`, `name ?? {}`, `f().name` */
function nameOf(node) {
  if (node.type === "Identifier") return node.value;
  if (node.type === "MemberExpression") return node.property.value ?? nameOf(node.object);
  if (node.type === "BinaryExpression") return nameOf(node.left);
  if (node.type === "OptionalChainingExpression") return nameOf(node.base);
  if (node.type === "ParenthesisExpression") return nameOf(node.expression);
  return null;
}

function keepKeys(kept, node) {
  if (!node) return;
  if (node.type === "ParenthesisExpression") keepKeys(kept, node.expression);
  if (node.type !== "ObjectExpression") return;
  for (const property of node.properties)
    if (property.type === "Identifier") kept.add(property.value);
    else if (property.key?.type === "Identifier") kept.add(property.key.value);
}

function walk(node, visit) {
  if (node === null || typeof node !== "object") return;
  if (Array.isArray(node)) for (const each of node) walk(each, visit);
  else {
    if (typeof node.type === "string") visit(node);
    for (const value of Object.values(node)) walk(value, visit);
  }
}

/** Every name that JavaScript's own objects have, and those of the objects it takes and makes. */
function languageNames() {
  const names = new Set(
    "done value raw index input groups get set enumerable configurable writable cause".split(" "),
  );
  const seen = new Set();
  const visit = (object) => {
    if (object === null || (typeof object !== "object" && typeof object !== "function") || seen.has(object))
      return;
    seen.add(object);
    for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
      names.add(name);
      visit(value);
      visit(get);
    }
    visit(Object.getPrototypeOf(object));
  };
  const literals = [
    [][Symbol.iterator](),
    new Map().keys(),
    new Set().keys(),
    "".matchAll(/x/g),
    function* () {},
    async () => {},
  ];
  for (const each of [
    Object,
    Function,
    Array,
    String,
    Number,
    BigInt,
    Boolean,
    Symbol,
    Map,
    Set,
    WeakMap,
    WeakSet,
  ])
    visit(each);
  for (const each of [
    WeakRef,
    Math,
    JSON,
    Reflect,
    Error,
    RangeError,
    RegExp,
    Date,
    Promise,
    Proxy,
    Uint8Array,
  ])
    visit(each);
  for (const each of [ArrayBuffer, DataView, Float64Array, BigUint64Array, ...literals]) visit(each);
  return names;
}

// `node browser.mjs FILE`
if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(process.argv[2], (await browserBuild()).code);
