/** What is counted, and when a count reaches nothing. */
import { entry, type Misconception } from "./entry.ts";

export const counting: readonly Misconception[] = [
  entry(
    "M03",
    "getrefcount shows exactly the holders I see",
    "While getrefcount runs, its own argument may hold the object too. It prints that reference as well wherever loading the argument counts.",
  ),
  entry(
    "M25",
    "Only names count",
    "Every slot that leads to the object counts: list items, dict keys and values, attributes, cells, frames. Names are just one kind of holder.",
  ),
  entry(
    "M26",
    "Holders of a holder count too",
    "Only direct references count. A second name for the box raises the count of the box, not of what lies in it.",
  ),
  entry(
    "M27",
    "del sets the count to 0",
    "del takes away one reference. The count falls by one; it reaches 0 only when nothing else holds the object.",
  ),
  entry(
    "M28",
    "Rebinding leaves the old count alone",
    "A name can lead to one object only. Giving it something else lets go of what it held, and that count falls by one.",
  ),
  entry(
    "M29",
    "Equal objects share a count",
    "Each object has a count of its own. Two lists that look alike are two objects.",
  ),
  entry(
    "M30",
    "A call adds exactly one, on every version",
    "How many references a call holds is the interpreter's business: two per argument up to 3.10, one from 3.11, and often none from 3.14, where arguments can be borrowed.",
  ),
  entry(
    "M31",
    "Locals outlive the call",
    "When a function returns, its frame lets go of every local at once. What nothing else holds dies there.",
  ),
  entry(
    "M32",
    "Everything made in a function dies with it",
    "Only the frame's own references go. An object that was stored somewhere else, or is part of a cycle, lives on.",
  ),
  entry(
    "M33",
    "Nameless objects wait for the collector",
    "A temporary is counted like anything else. When the expression is done its count is 0 and it is freed on the spot.",
  ),
  entry(
    "M34",
    "A saved exception is just a message",
    "An exception holds its traceback, the traceback holds the frames, and the frames hold their locals.",
  ),
  entry(
    "M35",
    "None is counted like anything else",
    "Since 3.12 None, True, False and small ints are immortal: their number never moves.",
  ),
  entry(
    "M36",
    "A bound method holds no object",
    "obj.method is an object of its own that holds both the function and obj.",
  ),
  entry(
    "M37",
    "An inner function holds nothing",
    "Each outer variable it uses sits in a cell, and the function holds the cell.",
  ),
  entry(
    "M38",
    "A paused generator holds nothing",
    "A paused generator keeps its frame, with its arguments and locals, until it ends or is closed.",
  ),
  entry("M39", "A dict does not hold its keys", "A dict refers to keys and values alike; each is counted."),
  entry(
    "M40",
    "When a container dies, its contents die",
    "The container lets go of its items. Each falls by one, and only those that reach 0 die with it.",
  ),
  entry(
    "M41",
    "Contents wait for the collector",
    "A dying container lets go of its items at once; those that reach 0 are freed in the same moment.",
  ),
];
