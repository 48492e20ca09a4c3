export { type Auth, type AuthOptions, createAuth, readSession, type SessionUser } from "./auth.ts";
export { type Background, createBackground } from "./background.ts";
export type {
  Context,
  Engine,
  EngineRefusal,
  LiveGateway,
  Materialised,
  Program,
  Services,
} from "./context.ts";
export { DEMO_EMAIL, type DemoOptions, type DemoOutcome, seedDemo, stockDemo } from "./demo.ts";
export { toLiveAnswer, toLiveParticipant } from "./live-rows.ts";
export { PERMISSIONS, type Permission } from "./permissions.ts";
export { type AppRouter, appRouter, createCaller, type RouterInputs, type RouterOutputs } from "./root.ts";
export { createThrottle, type Throttle } from "./throttle.ts";
