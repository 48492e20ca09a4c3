import { networkInterfaces } from "node:os";

/** Bridges of containers and virtual machines: no phone is on them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|utun|cni|flannel)/;

/** Where students reach this server, the best first: PUBLIC_URL, then the local network, and localhost only for want of both. */
export function joinUrls(publicUrl: string | undefined, port: number): string[] {
  const local = localAddresses().map((address) => `http://${address}:${port}`);
  const known = [...(publicUrl === undefined ? [] : [publicUrl.replace(/\/$/, "")]), ...local];
  return known.length > 0 ? known : [`http://localhost:${port}`];
}

function localAddresses(): string[] {
  return Object.entries(networkInterfaces())
    .flatMap(([name, faces]) => (faces ?? []).map((face) => ({ ...face, name })))
    .filter(
      ({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."),
    )
    .sort((a, b) => Number(VIRTUAL.test(a.name)) - Number(VIRTUAL.test(b.name)))
    .map(({ address }) => address);
}
