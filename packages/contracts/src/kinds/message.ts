import { z } from "zod";

/** What a message is filled with; the words themselves are chosen by the reader's language. */
export const messageValuesSchema = z.record(z.string().max(40), z.union([z.string().max(2000), z.number()]));
export type MessageValues = z.infer<typeof messageValuesSchema>;
