import { router } from "../../trpc.ts";
import { get, list, pushItem } from "./host.ts";
import { join, lookup } from "./join.ts";
import { open } from "./open.ts";
import { createProjectorLink, projectorLinks, revokeProjector } from "./projector.ts";
import { me, myResults, results } from "./results.ts";

export const roomRouter = router({
  open,
  list,
  get,
  pushItem,
  lookup,
  join,
  me,
  results,
  myResults,
  projectorLinks,
  createProjectorLink,
  revokeProjectorLink: revokeProjector,
});
