/** `with` calls __exit__ on every way out; it neither deletes the name nor destroys the object. */
import { bankItem } from "../item.ts";

const body = `class Door:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("open", self.name)
        return self
    def __exit__(self, *error):
        print("shut", self.name)
    def __del__(self):
        print("gone", self.name)

def walk():
    with Door("{{name}}") as door:
        {{inside}}
    print("outside")

walk()
print("end")`;

export const withShutsTheDoor = bankItem("with-shuts-the-door", {
  kind: "output",
  title: "Out through the door",
  topic: "with",
  source: body,
  python: "3.13",
  mode: "script",
  params: {
    name: ["garden"],
    inside: ["return", "print(door.name)", "door = None", "del door", "print('in'); return door"],
  },
  ask: { form: "lines" },
});
