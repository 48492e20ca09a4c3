import { getRequestConfig } from "next-intl/server";
import { messages } from "./messages.ts";

/** No locale in the address: English until a second language exists. */
export default getRequestConfig(() => ({ locale: "en", messages, timeZone: "UTC" }));
