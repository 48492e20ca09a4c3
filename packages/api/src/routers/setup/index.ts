import { router } from "../../trpc.ts";
import { info, whoami } from "./info.ts";
import { invitation, invite, register } from "./register.ts";

export const setupRouter = router({ info, whoami, register, invite, invitation });
