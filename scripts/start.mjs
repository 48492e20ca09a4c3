/**
 * `npm start`: from a fresh clone to a running classroom, with nothing but Node and npm. Its steps are the scripts of the
 * Dockerfile too: install.mjs, build.mjs and serve.mjs.
 */
import { requireNode } from "./start/node-version.mjs";

requireNode();
// Only now: what follows is written for the Node that was asked for.
import("./start/sequence.mjs").then(({ startAll }) => startAll());
