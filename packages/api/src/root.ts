import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { assignmentRouter } from "./routers/assignment/index.ts";
import { classRouter } from "./routers/class/index.ts";
import { dashboardRouter } from "./routers/dashboard/index.ts";
import { deckRouter } from "./routers/deck/index.ts";
import { homeworkRouter } from "./routers/homework/index.ts";
import { itemRouter } from "./routers/item/index.ts";
import { roomRouter } from "./routers/room/index.ts";
import { setupRouter } from "./routers/setup/index.ts";
import { createCallerFactory, router } from "./trpc.ts";

export const appRouter = router({
  item: itemRouter,
  deck: deckRouter,
  room: roomRouter,
  class: classRouter,
  assignment: assignmentRouter,
  homework: homeworkRouter,
  dashboard: dashboardRouter,
  setup: setupRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** Calls procedures without a network: tests and the demo seed. */
export const createCaller = createCallerFactory(appRouter);
