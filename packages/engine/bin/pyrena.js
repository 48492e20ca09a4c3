#!/usr/bin/env node
/** Reads files and standard input, prints, exits. What the commands do is in src/cli.ts. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { batchLine, explainCommand, isPythonVersion, runCommand, usage } from "../dist/cli.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: "string", default: "3.13" },
    mode: { type: "string", default: "script" },
    trace: { type: "string" },
    line: { type: "string" },
    name: { type: "string" },
    occurrence: { type: "string", default: "1" },
    before: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
const [command, file] = positionals;

if (values.help || command === undefined) end({ stdout: usage, stderr: "", exit: values.help ? 0 : 2 });
else if (!isPythonVersion(values.python)) stop(`there is no version ${values.python}`);
else if (values.mode !== "script" && values.mode !== "repl") stop("--mode is script or repl");
else if (command === "batch") batch();
else if (command !== "run" && command !== "explain") stop(`there is no command ${command}`);
else if (file === undefined) stop(`${command} needs a file`);
else runFile(file);

function runFile(path) {
  let source = "";
  try {
    source = readFileSync(path, "utf8");
  } catch (error) {
    stop(`cannot read ${path}: ${error.message}`);
  }
  const options = { python: values.python, mode: values.mode, filename: basename(path) };
  if (command === "explain") {
    if (values.line === undefined || values.name === undefined) stop("explain needs --line and --name");
    const when = values.before ? "before" : "after";
    const request = {
      line: Number(values.line),
      name: values.name,
      occurrence: Number(values.occurrence),
      when,
    };
    end(explainCommand(source, options, request));
    return;
  }
  const { run, ...printed } = runCommand(
    source,
    values.trace === undefined ? options : { ...options, trace: "full" },
  );
  if (values.trace !== undefined) writeFileSync(values.trace, JSON.stringify(run.recorded?.trace ?? null));
  end(printed);
}

function batch() {
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    if (line.trim() !== "") process.stdout.write(`${batchLine(line)}\n`);
  });
}

function end({ stdout, stderr, exit }) {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exit;
}

function stop(message) {
  process.stderr.write(`pyrena: ${message}\n`);
  process.exit(2);
}
