export function percent(share: number): number {
  return Math.round(share * 100);
}
