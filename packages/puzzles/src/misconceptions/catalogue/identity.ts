/** Which objects are one, and what id() tells. */
import { entry, type Misconception } from "./entry.ts";

export const identity: readonly Misconception[] = [
  entry(
    "M04",
    "is compares values",
    "== compares values, `is` asks whether both sides lead to one object. Two equal lists are two objects.",
  ),
  entry(
    "M05",
    "Every int exists once",
    "Only the small ints are ready-made (-5 to 256, to 1024 from 3.15). Beyond them every computed int is a new object.",
  ),
  entry(
    "M42",
    "Only small ints are ever shared",
    "Equal constants of one file are stored once, whatever their size, so two literals can be one object.",
  ),
  entry(
    "M43",
    "Equal strings are always one object",
    "Names and name-like literals are interned. A string put together while the program runs is a new one.",
  ),
  entry(
    "M44",
    "An id belongs to one object for ever",
    "An id is the object's address. When the object dies the next one may be put in the same place.",
  ),
  entry(
    "M45",
    "Changing an object changes its id",
    "The object stays where it is; only what is in it changes.",
  ),
  entry("M46", "Every () is a new tuple", "There is one empty tuple, shared by the whole program."),
  entry(
    "M47",
    "Small floats are cached like small ints",
    "There is no cache of floats. Two computed floats are two objects, whatever their value.",
  ),
];
