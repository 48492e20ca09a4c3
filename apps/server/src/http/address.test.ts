import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "@jest/globals";
import { clientAddress } from "./address.ts";

function from(peer: string, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers["x-forwarded-for"] = forwarded;
  return request;
}

test("a client on the network cannot choose its address", () => {
  expect(clientAddress(from("::ffff:192.168.1.9", "127.0.0.1"), false)).toBe("192.168.1.9");
});

test("of what a proxy on this machine forwards, only the hop it wrote counts", () => {
  expect(clientAddress(from("127.0.0.1", "127.0.0.1, 192.168.1.9"), false)).toBe("192.168.1.9");
  expect(clientAddress(from("::1"), false)).toBe("::1");
});

test("a proxy elsewhere is believed only when it is trusted", () => {
  expect(clientAddress(from("172.18.0.2", "192.168.1.9"), false)).toBe("172.18.0.2");
  expect(clientAddress(from("172.18.0.2", "192.168.1.9"), true)).toBe("192.168.1.9");
});
