import { serverApi } from "./server.ts";

/** The addresses to put on the wall, the best first; none when the API cannot say, and the page then uses its own. */
export async function joinUrlsOfServer(): Promise<readonly string[]> {
  try {
    const api = await serverApi();
    return (await api.setup.info.query()).joinUrls;
  } catch {
    return [];
  }
}
