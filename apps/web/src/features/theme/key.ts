/** Where a browser remembers a pinned theme. */
export const THEME_KEY = "pyrena.theme";
