/** The private heap has two managers: counting frees at once, the collector frees what only holds itself. */
import { bankItem } from "../item.ts";

const managers = `import gc
gc.disable()

class Box:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("freed", self.name)

{{a}} = Box("{{a}}")
{{b}} = Box("{{b}}")
{{link}}
del {{a}}
del {{b}}
print("collect")
gc.collect()`;

export const twoManagers = bankItem("two-managers", {
  kind: "output",
  title: "Two managers of one heap",
  topic: "private-heap",
  source: managers,
  python: "3.13",
  mode: "script",
  params: {
    a: ["cup"],
    b: ["hat"],
    link: [
      "{{a}}.inside = {{a}}",
      "{{b}}.inside = {{b}}",
      "{{a}}.inside = {{b}}",
      "{{b}}.inside = {{a}}",
      "{{b}}.inside = [{{b}}]",
    ],
  },
  ask: { form: "lines" },
});
