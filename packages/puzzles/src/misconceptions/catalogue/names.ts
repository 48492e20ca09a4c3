/** Names, binding and aliasing. */
import { entry, type Misconception } from "./entry.ts";

export const names: readonly Misconception[] = [
  entry(
    "M01",
    "= makes a copy",
    "= binds a second name to the same object. A copy would leave the old count alone, but it rises by one, and a change made through one name shows through the other.",
  ),
  entry(
    "M02",
    "del destroys the object",
    "del takes one name away. As long as another name or slot holds the object it stays exactly as it was; only the last holder's going frees it.",
  ),
  entry(
    "M09",
    "The loop variable ends with the loop",
    "A for loop opens no scope. After the loop its variable still names the last item, and still holds it.",
  ),
  entry(
    "M10",
    "A default is made anew at every call",
    "The default is evaluated once, when def runs, and kept in the function. Every call without that argument gets the very same object.",
  ),
  entry(
    "M11",
    "A container holds copies",
    "A slot holds a reference to the object itself. Putting it in raises its count by one, and a change made outside is visible inside.",
  ),
  entry(
    "M12",
    "Two names stay tied together",
    "Giving one name a new value moves only that name. The other one still leads to the old object.",
  ),
  entry(
    "M13",
    "A call copies its arguments",
    "The parameter is one more name for the caller's object. What the function appends, the caller sees.",
  ),
  entry(
    "M14",
    "A parameter is the caller's variable",
    "Assigning to a parameter rebinds a local name. The caller's name is another one and stays where it was.",
  ),
  entry(
    "M15",
    "A shallow copy copies everything",
    "A slice, list() or copy.copy makes one new container whose slots hold the old items. The inner lists are shared.",
  ),
  entry(
    "M16",
    "A slice is a window",
    "A list slice is a new list. Changing it does not change the list it came from.",
  ),
  entry(
    "M17",
    "[row] * 3 makes three rows",
    "It makes one list with three slots that all hold the same row: the row's count rises by three.",
  ),
  entry(
    "M18",
    "+= always makes a new object",
    "For a list += extends the object in place, so every other name sees it.",
  ),
  entry(
    "M19",
    "+= always changes in place",
    "A tuple, a string or an int cannot change. += builds a new one and rebinds only this name.",
  ),
  entry(
    "M20",
    "A tuple freezes what is in it",
    "The slots of a tuple are fixed; a list in one of them can still grow.",
  ),
  entry(
    "M21",
    "A comprehension leaves its variable behind",
    "A comprehension has a scope of its own; its variable is not bound afterwards.",
  ),
  entry(
    "M22",
    "A closure keeps the value of the moment",
    "A closure keeps the variable, in a cell. What is stored there later is what it sees later.",
  ),
  entry(
    "M23",
    "The name after `as` survives the except block",
    "When the except block ends Python deletes the name, so that it does not keep the exception and its frames alive.",
  ),
  entry(
    "M24",
    "Every instance has its own class-level list",
    "The list is made once and held by the class. All instances reach the same one.",
  ),
];
