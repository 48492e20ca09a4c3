/** The data in `sys`: version, limits, paths, streams. */
import { newRef } from "../memory/refcount.ts";
import { dictGetText, dictSetText } from "../objects/dict.ts";
import { makeLazy } from "../objects/lazy-names.ts";
import { newList } from "../objects/list-object.ts";
import { peekModuleDict } from "../objects/module.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { newStructSequence } from "../objects/struct-sequence.ts";
import { standardStream } from "./io/standard.ts";

type Maker = (rt: Runtime, module: PyObject) => PyObject;

const text =
  (value: string): Maker =>
  (rt) =>
    rt.newStr(value);
const int =
  (value: number | bigint): Maker =>
  (rt) =>
    rt.newInt(value);
const emptyList: Maker = (rt) => newList(rt, []);

/** Each is made when somebody asks `sys` for it. */
export const sysEntries: Readonly<Record<string, Maker>> = {
  version_info: (rt) => newStructSequence(rt, "sys.version_info", versionInfo(rt)),
  version: (rt) => rt.newStr(`${rt.profile.release} (main) [GCC]`),
  hexversion: (rt) => {
    const [major = 3, minor = 0, micro = 0] = release(rt);
    return rt.newInt(major * 0x1000000 + minor * 0x10000 + micro * 0x100 + 0xf0);
  },
  api_version: int(1013),
  maxsize: int(2n ** 63n - 1n),
  maxunicode: int(0x10ffff),
  byteorder: text("little"),
  platform: text("linux"),
  copyright: text("Copyright (c) 2001 Python Software Foundation."),
  executable: text(""),
  prefix: text("/usr"),
  exec_prefix: text("/usr"),
  path: emptyList,
  argv: (rt) => newList(rt, [rt.newStr("")]),
  warnoptions: emptyList,
  modules: (rt) => newRef(rt.modules),
  dont_write_bytecode: (rt) => newRef(rt.true),
  float_repr_style: text("short"),
  flags: (rt) => newStructSequence(rt, "sys.flags", flags(rt)),
  hash_info: (rt) => newStructSequence(rt, "sys.hash_info", hashInfo(rt)),
  int_info: (rt) => newStructSequence(rt, "sys.int_info", intInfo(rt)),
  float_info: (rt) => newStructSequence(rt, "sys.float_info", floatInfo(rt)),
  implementation,
  // The originals stay reachable when a program replaces them.
  __displayhook__: original("displayhook"),
  __excepthook__: original("excepthook"),
  __unraisablehook__: original("unraisablehook"),
  __stdin__: stream("stdin", "stdin"),
  stdin: stream("stdin", "__stdin__"),
  __stdout__: stream("stdout", "stdout"),
  stdout: stream("stdout", "__stdout__"),
  __stderr__: stream("stderr", "stderr"),
  stderr: stream("stderr", "__stderr__"),
};

/** A module that is changed is whole by then, so the hook is still the one of start-up. */
function original(hook: string): Maker {
  return (rt, module) => {
    const dict = peekModuleDict(module);
    return newRef(dictGetText(dict, hook) ?? makeLazy(rt, dict, hook) ?? rt.none);
  };
}

/** One object under two names, which come together. */
function stream(device: "stdin" | "stdout" | "stderr", otherName: string): Maker {
  return (rt, module) => {
    const made = standardStream(rt, device);
    dictSetText(rt, peekModuleDict(module), otherName, made);
    return made;
  };
}

function release(rt: Runtime): number[] {
  return rt.profile.release.split(".").map(Number);
}

function versionInfo(rt: Runtime): [string, PyObject][] {
  const [major = 3, minor = 0, micro = 0] = release(rt);
  return [
    ["major", rt.newInt(major)],
    ["minor", rt.newInt(minor)],
    ["micro", rt.newInt(micro)],
    ["releaselevel", rt.newStr("final")],
    ["serial", rt.newInt(0)],
  ];
}

function flags(rt: Runtime): [string, PyObject][] {
  const names = [
    "debug",
    "inspect",
    "interactive",
    "optimize",
    "dont_write_bytecode",
    "no_user_site",
    "no_site",
  ];
  const rest = ["ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated"];
  return [...names, ...rest].map((name) => [name, rt.newInt(0)]);
}

function hashInfo(rt: Runtime): [string, PyObject][] {
  return [
    ["width", rt.newInt(64)],
    ["modulus", rt.newInt(2n ** 61n - 1n)],
    ["inf", rt.newInt(314159)],
    ["nan", rt.newInt(0)],
    ["imag", rt.newInt(1000003)],
    ["algorithm", rt.newStr(rt.profile.strHashRounds === 1 ? "siphash13" : "siphash24")],
    ["hash_bits", rt.newInt(64)],
    ["seed_bits", rt.newInt(128)],
    ["cutoff", rt.newInt(0)],
  ];
}

function intInfo(rt: Runtime): [string, PyObject][] {
  return [
    ["bits_per_digit", rt.newInt(30)],
    ["sizeof_digit", rt.newInt(4)],
    ["default_max_str_digits", rt.newInt(4300)],
    ["str_digits_check_threshold", rt.newInt(640)],
  ];
}

function floatInfo(rt: Runtime): [string, PyObject][] {
  return [
    ["max", rt.newFloat(Number.MAX_VALUE)],
    ["max_exp", rt.newInt(1024)],
    ["max_10_exp", rt.newInt(308)],
    ["min", rt.newFloat(2.2250738585072014e-308)],
    ["min_exp", rt.newInt(-1021)],
    ["min_10_exp", rt.newInt(-307)],
    ["dig", rt.newInt(15)],
    ["mant_dig", rt.newInt(53)],
    ["epsilon", rt.newFloat(Number.EPSILON)],
    ["radix", rt.newInt(2)],
    ["rounds", rt.newInt(1)],
  ];
}

/** A plain namespace would need types.SimpleNamespace; a dict-backed struct sequence reads the same. */
function implementation(rt: Runtime): PyObject {
  const [, minor = 0] = release(rt);
  const cacheTag = rt.newStr(`cpython-3${minor}`);
  return newStructSequence(rt, "sys.implementation", [
    ["name", rt.newStr("cpython")],
    ["cache_tag", cacheTag],
  ]);
}
