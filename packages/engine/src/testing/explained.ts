/** Whether a trace explains what the program saw: each count that `sys.getrefcount` answered, holder by holder. */
import type { ObjectId, Trace } from "../trace/event.ts";
import { explain } from "../trace/explain.ts";
import type { HeapState } from "../trace/heap-state.ts";
import { Replay } from "../trace/replay.ts";

/** A holder that says nothing. */
const nameless = /unknown|internal|undefined|null|\?|^$/;

/** What is wrong, in words. */
export function unexplained(trace: Trace): string[] {
  const replay = new Replay(trace);
  const wrong: string[] = [];
  trace.events.forEach((event, position) => {
    if (event.type !== "refcount-asked") return;
    const explanation = explain(replay.to(position), event.object);
    const { line } = replay.when;
    if (explanation === null) {
      wrong.push(`line ${line}: nothing is known of #${event.object}`);
      return;
    }
    const { typeName, count, counted } = explanation;
    const held = counted.reduce((sum, { times }) => sum + times, 0);
    if (count !== null && (count !== event.count || held !== count))
      wrong.push(
        `line ${line}: a ${typeName} was told ${event.count}, explained ${count} by ${held} holders`,
      );
  });
  return [...wrong, ...namelessHolders(replay.to(trace.events.length))];
}

/** At the end, for every object that is left. */
function namelessHolders(state: HeapState): string[] {
  const wrong = new Set<string>();
  const look = (id: ObjectId): void => {
    const explanation = explain(state, id);
    for (const { text } of [...(explanation?.counted ?? []), ...(explanation?.borrowed ?? [])])
      if (nameless.test(text)) wrong.add(`a ${explanation?.typeName} is held by “${text}”`);
  };
  for (const [id, { isUsers }] of state.objects) if (isUsers) look(id);
  return [...wrong];
}
