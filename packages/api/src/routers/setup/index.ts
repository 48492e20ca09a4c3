import { router } from "../../trpc.ts";
import { classes, info, whoami } from "./info.ts";
import { invitation, invite, register } from "./register.ts";

export const setupRouter = router({ info, whoami, classes, register, invite, invitation });
