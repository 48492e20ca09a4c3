import { serverApi } from "./server.ts";

/** The address to put on the wall, or null when the API cannot say; the page then uses its own address. */
export async function joinUrlOfServer(): Promise<string | null> {
  try {
    const api = await serverApi();
    return (await api.setup.info.query()).joinUrl || null;
  } catch {
    return null;
  }
}
