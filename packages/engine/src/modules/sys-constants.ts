/** The data in `sys`: version, limits, paths, streams. */

import { newRef } from "../memory/refcount.ts";
import { dictGetText } from "../objects/dict.ts";
import { newList } from "../objects/list-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { newStructSequence } from "../objects/struct-sequence.ts";
import { standardStream } from "./io/standard.ts";

type Set = (name: string, value: PyObject) => void;

/** Their originals stay reachable when a program replaces them. */
const hooks = ["displayhook", "excepthook", "unraisablehook"];

export function populateSys(rt: Runtime, module: PyObject, set: Set): boolean {
  const [major = 3, minor = 0, micro = 0] = rt.profile.release.split(".").map(Number);
  const text = (value: string): PyObject => rt.newStr(value);
  const int = (value: number | bigint): PyObject => rt.newInt(value);
  const version: [string, PyObject][] = [
    ["major", int(major)],
    ["minor", int(minor)],
    ["micro", int(micro)],
    ["releaselevel", text("final")],
    ["serial", int(0)],
  ];
  set("version_info", newStructSequence(rt, "sys.version_info", version));
  set("version", text(`${rt.profile.release} (main) [GCC]`));
  set("hexversion", int(major * 0x1000000 + minor * 0x10000 + micro * 0x100 + 0xf0));
  set("api_version", int(1013));
  set("maxsize", int(2n ** 63n - 1n));
  set("maxunicode", int(0x10ffff));
  set("byteorder", text("little"));
  set("platform", text("linux"));
  set("copyright", text("Copyright (c) 2001 Python Software Foundation."));
  set("executable", text(""));
  set("prefix", text("/usr"));
  set("exec_prefix", text("/usr"));
  set("path", newList(rt, []));
  set("argv", newList(rt, [text("")]));
  set("warnoptions", newList(rt, []));
  set("modules", newRef(rt.modules));
  set("dont_write_bytecode", newRef(rt.true));
  set("float_repr_style", text("short"));
  set("flags", newStructSequence(rt, "sys.flags", flags(rt)));
  set("hash_info", newStructSequence(rt, "sys.hash_info", hashInfo(rt)));
  set("int_info", newStructSequence(rt, "sys.int_info", intInfo(rt)));
  set("float_info", newStructSequence(rt, "sys.float_info", floatInfo(rt)));
  set("implementation", implementation(rt, minor));
  for (const hook of hooks) {
    const dict = module.attrs?.dict ?? null;
    const original = dict === null ? null : dictGetText(dict, hook);
    if (original !== null) set(`__${hook}__`, newRef(original));
  }
  for (const device of ["stdin", "stdout", "stderr"] as const) {
    const stream = standardStream(rt, device);
    set(`__${device}__`, newRef(stream));
    set(device, stream);
  }
  return true;
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
function implementation(rt: Runtime, minor: number): PyObject {
  const cacheTag = rt.newStr(`cpython-3${minor}`);
  return newStructSequence(rt, "sys.implementation", [
    ["name", rt.newStr("cpython")],
    ["cache_tag", cacheTag],
  ]);
}
