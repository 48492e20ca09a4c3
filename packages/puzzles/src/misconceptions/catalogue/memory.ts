/** Resources, sizes, the allocator, and the practices. */
import { entry, type Misconception } from "./entry.ts";

export const memory: readonly Misconception[] = [
  entry(
    "M63",
    "with destroys the object",
    "with calls __exit__. The name stays bound after the block and the object lives while something holds it.",
  ),
  entry(
    "M64",
    "with opens a scope",
    "Only functions, classes and modules are scopes. A name bound inside a block stays.",
  ),
  entry(
    "M65",
    "close() frees the file object",
    "It gives the handle back to the system. The Python object is freed when its last reference goes.",
  ),
  entry(
    "M66",
    "If memory is fine, no file can leak",
    "A small object can keep a handle open. Handles run out long before memory does.",
  ),
  entry(
    "M67",
    "with closes a database connection",
    "For sqlite3, with ends the transaction. The connection has to be closed by itself.",
  ),
  entry(
    "M68",
    "return skips the clean-up of with",
    "Whatever way the block is left, by its end, return, break or an exception, __exit__ is called.",
  ),
  entry(
    "M71",
    "getsizeof includes the contents",
    "It is the size of the one object: for a list the header and its slots, eight bytes each, whatever they lead to.",
  ),
  entry(
    "M72",
    "Every append makes the list grow",
    "A list reserves room ahead. Most appends use a slot that is there already.",
  ),
  entry("M73", "A full list doubles", "It grows by about an eighth, rounded to four: 4, 8, 16, 24, 32, 40 …"),
  entry(
    "M74",
    "Every pop gives a slot back",
    "The room is given back only when less than half of it is used.",
  ),
  entry(
    "M75",
    "Deleting keys shrinks a dict",
    "The table keeps its size. It is only rebuilt by a later insert.",
  ),
  entry(
    "M76",
    "Freed memory goes back to the system",
    "A freed block goes back to its pool. Only an arena without any used block returns to the system.",
  ),
  entry("M77", "A pool mixes sizes", "All blocks of a pool have one size; sizes are rounded up to 16 bytes."),
  entry(
    "M78",
    "Every object sits in a pool",
    "Requests of more than 512 bytes go to the system's allocator.",
  ),
  entry(
    "M79",
    "A generator expression makes all items first",
    "It makes one item when asked for one. Besides the item in use there is at most the next one being made.",
  ),
  entry(
    "M80",
    "A comprehension needs less memory than a loop",
    "It builds the same list in the same growth steps. It is faster, not smaller; a generator is smaller.",
  ),
  entry(
    "M81",
    "What a global holds is never freed",
    "A global is a name like any other. Deleted or rebound, it lets go.",
  ),
  entry(
    "M82",
    "del at the end of a function saves memory",
    "The frame lets go of its locals at return anyway. del helps only while the function runs on.",
  ),
  entry(
    "M83",
    "A cache forgets by itself",
    "A cache without a bound holds arguments and results until it is cleared.",
  ),
  entry(
    "M84",
    "tracemalloc sees all memory",
    "It sees what was allocated through Python's allocators after it was started.",
  ),
  entry(
    "M85",
    "Showing a value at the prompt holds nothing",
    "The prompt keeps the last value it showed under the name _.",
  ),
];
