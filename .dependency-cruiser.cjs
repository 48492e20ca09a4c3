/** The arrows of ARCHITECTURE.md, checked by machine. */
const swc = require("@swc/core");

const parsePlain = swc.parseFileSync;

/**
 * What the cruiser's own use of swc lacks: .tsx files end it, and it cannot tell a type from a value. The pages take the
 * router's type from api and nothing else, so its `import type` is left out here and any other import of it is an error.
 */
swc.parseFileSync = (file, options) => {
  const module = parsePlain(file, { ...options, tsx: file.endsWith(".tsx") });
  const isApiType = (node) =>
    node.type === "ImportDeclaration" && node.typeOnly && node.source.value === "@pyrena/api";
  return { ...module, body: module.body.filter((node) => !isApiType(node)) };
};

const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: "\\.(test|itest)\\.tsx?$" },
  to: { path: "^(packages|apps)/", pathNot: [from, ...allowed] },
});
const p = (n) => `^packages/${n}/`;

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    only("engine-imports-nothing", p("engine"), []),
    {
      name: "engine-has-no-dependencies",
      severity: "error",
      from: { path: "^packages/engine/src", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
    only("contracts-imports-nothing", p("contracts"), []),
    only("puzzles", p("puzzles"), [p("engine"), p("contracts")]),
    only("live", p("live"), [p("contracts")]),
    only("db", p("db"), [p("contracts")]),
    only("ui", p("ui"), []),
    only("api", p("api"), [p("puzzles"), p("live"), p("db"), p("contracts"), p("coursework")]),
    only("server", "^apps/server/", [
      p("api"),
      p("live"),
      p("puzzles"),
      p("db"),
      p("contracts"),
      p("coursework"),
    ]),
    only("web", "^apps/web/", [p("ui"), p("contracts"), p("live"), p("engine"), p("api")]),
    {
      name: "web-takes-only-types-from-api",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: p("api") },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(\\.next|dist)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default"] },
    parser: "swc",
  },
};
