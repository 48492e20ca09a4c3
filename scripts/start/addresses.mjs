import { networkInterfaces } from "node:os";

/** Bridges of containers and virtual machines: no phone is on them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|utun|cni|flannel|lo)/;

/** Addresses of this machine in the local network, real interfaces first. */
export function localAddresses() {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === "IPv4" && !internal)
      .map(({ address }) => ({ name, address })),
  );
  return found.sort((a, b) => rank(a) - rank(b)).map(({ address }) => address);
}

function rank({ name, address }) {
  if (address.startsWith("169.254.")) return 2;
  return VIRTUAL.test(name) ? 1 : 0;
}
