/** Six characters in two groups are read aloud without mistakes. */
export function spacedPin(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`;
}

/** What people type: without the scheme and the last slash. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}

/** The address behind the QR code. */
export function joinAddress(url: string, pin: string): string {
  return `${url.replace(/\/$/, "")}/join/${pin}`;
}
