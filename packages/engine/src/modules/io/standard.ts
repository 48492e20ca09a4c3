/** `sys.stdin`, `sys.stdout`, `sys.stderr`.   [mirrors create_stdio in Python/pylifecycle.c] */
import type { PyObject, Runtime } from "../../objects/object.ts";
import type { StreamData } from "./stream-object.ts";

/** One of start-up's streams. There is no keyboard: stdin is at its end. */
export function standardStream(rt: Runtime, device: "stdin" | "stdout" | "stderr"): PyObject {
  const isInput = device === "stdin";
  return rt.heap.createAtStart<StreamData>(rt.types["_io.TextIOWrapper"], {
    content: "",
    position: 0,
    isBinary: false,
    isClosed: false,
    canRead: isInput,
    canWrite: !isInput,
    path: `<${device}>`,
    mode: isInput ? "r" : "w",
    appends: false,
    hasUnwritten: false,
    device,
  });
}
