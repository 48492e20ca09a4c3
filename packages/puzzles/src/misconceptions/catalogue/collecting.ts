/** The cycle collector, finalizers and weak references. */
import { entry, type Misconception } from "./entry.ts";

export const collecting: readonly Misconception[] = [
  entry(
    "M06",
    "A cycle is collected at once",
    "Counting cannot see that a cycle is unreachable: its members hold each other. They wait until a collection runs.",
  ),
  entry(
    "M07",
    "__del__ makes a cycle uncollectable",
    "Since Python 3.4 the collector calls the finalizers of a cycle and then frees it.",
  ),
  entry(
    "M08",
    "A weak reference keeps the object alive",
    "A weak reference is not counted. When the last counted one goes the object dies and the weak one returns None.",
  ),
  entry(
    "M48",
    "A cycle is never freed",
    "The collector looks for groups that only hold themselves. Once nothing outside leads to a cycle, the next collection takes it.",
  ),
  entry(
    "M49",
    "The collector frees every cycle",
    "A cycle that a name still reaches is in use. The collector frees only what nothing outside holds.",
  ),
  entry(
    "M50",
    "gc.collect() removes what is not needed any more",
    "The collector cannot know the future. What a name still reaches stays, used again or not.",
  ),
  entry(
    "M51",
    "gc.disable() stops all freeing",
    "It stops only the search for cycles. Counting goes on: what reaches 0 is freed at once.",
  ),
  entry(
    "M52",
    "The collector tracks every object",
    "Ints, strings and other objects that hold nothing cannot be part of a cycle, so the collector never looks at them.",
  ),
  entry(
    "M53",
    "gc.collect() returns bytes or cycles",
    "It returns how many unreachable objects it found, members of a cycle and what hangs off it.",
  ),
  entry(
    "M54",
    "A collection of the young finds everything",
    "gc.collect(0) looks at the youngest objects only. What has survived a collection waits for an older one.",
  ),
  entry("M55", "A cycle needs two objects", "A list that contains itself is a cycle of one."),
  entry("M56", "Calling a dead weak reference is an error", "It returns None, so the caller has to look."),
  entry(
    "M57",
    "Anything can be weakly referenced",
    "Plain ints, strings, tuples, lists and dicts have no room for it; instances of your own classes do.",
  ),
  entry(
    "M58",
    "weakref.ref(obj.method) lives as long as obj",
    "obj.method makes a new bound method, and nothing else holds it: the reference is dead at once. WeakMethod is for that.",
  ),
  entry(
    "M59",
    "A WeakValueDictionary keeps its values",
    "Its entries are weak. When the last counted reference to a value goes, the entry goes too.",
  ),
  entry(
    "M60",
    "The callback receives the dying object",
    "It receives the weak reference, which is dead already.",
  ),
  entry(
    "M61",
    "del x calls x.__del__()",
    "__del__ runs when the count reaches 0, which may be at this del, later, or never.",
  ),
  entry(
    "M62",
    "Locals always die in reverse order",
    "Up to 3.13 a frame drops its locals first to last; only from 3.14 it is last to first.",
  ),
  entry(
    "M69",
    "Nothing comes back from __del__",
    "If __del__ stores the object somewhere, it has a reference again and lives on.",
  ),
  entry(
    "M70",
    "An error in __del__ reaches the program",
    "It is reported on stderr and dropped; the program goes on.",
  ),
];
