import { z } from "zod";

/** Every row's id: random and URL-safe, so that it can stand in a path and tells nothing about its neighbours. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** A secret handed to one browser (participant, projector); only its hash is stored. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{32,64}$/);
