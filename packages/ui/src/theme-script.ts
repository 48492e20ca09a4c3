export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Runs in the head before the first paint, so that a pinned theme never flashes. */
export function themeScript(storageKey: string): string {
  return `try{var t=localStorage.getItem(${JSON.stringify(storageKey)});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;
}
