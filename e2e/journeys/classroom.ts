/**
 * A real classroom: the built server with its own database, and a Chromium that knows it under a name that is not
 * localhost, because a school network is not a secure context. Each person is a browser context of their own.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@jest/globals";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { freePort, type Launched, launch, pressCtrlC, untilGreeted } from "../start/launcher.ts";

const host = "classroom.test";

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every text the server sent to this page over the socket. */
  readonly frames: string[];
}

export interface PersonOptions {
  readonly size?: { readonly width: number; readonly height: number };
}

export class Classroom {
  readonly origin: string;
  readonly browser: Browser;
  private readonly port: number;
  private readonly dataFolder: string;
  private server: Launched;
  private readonly password: string;

  private constructor(parts: { port: number; dataFolder: string; server: Launched; browser: Browser }) {
    this.port = parts.port;
    this.dataFolder = parts.dataFolder;
    this.server = parts.server;
    this.browser = parts.browser;
    this.origin = `http://${host}:${parts.port}`;
    this.password = /Password\s+(\S+)/.exec(parts.server.output())?.[1] ?? "";
  }

  static async open(): Promise<Classroom> {
    const port = await freePort();
    const dataFolder = mkdtempSync(join(tmpdir(), "pyrena-journey-"));
    const server = start(port, dataFolder);
    await untilGreeted(server);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        `--host-resolver-rules=MAP ${host} 127.0.0.1`,
      ],
    });
    return new Classroom({ port, dataFolder, server, browser });
  }

  /** Somebody with a browser of their own. */
  async person({ size = { width: 1280, height: 800 } }: PersonOptions = {}): Promise<Person> {
    const context = await this.browser.newContext({
      viewport: size,
      baseURL: this.origin,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const frames: string[] = [];
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => {
        frames.push(String(payload));
      }),
    );
    return { context, page, frames };
  }

  /** The demo instructor, signed in, looking at the decks. */
  async instructor(options?: PersonOptions): Promise<Person> {
    const person = await this.person(options);
    await person.page.goto("/sign-in");
    await person.page.getByLabel("Email").fill("demo@pyrena.example");
    await person.page.getByLabel("Password").fill(this.password);
    await person.page.getByRole("button", { name: "Sign in" }).click();
    await person.page.waitForURL(/\/decks$/);
    return person;
  }

  /** A student who typed the PIN and a name, and is in the room. */
  async student(pin: string, name: string, options?: PersonOptions): Promise<Person> {
    const person = await this.person(options);
    await person.page.goto(`/join/${pin}`);
    await person.page.getByLabel("Your name").fill(name);
    await person.page.getByRole("button", { name: "Join", exact: true }).click();
    await person.page.waitForURL(/\/play\//);
    return person;
  }

  /** As the power going out: nothing of the server gets to say goodbye. */
  async kill(): Promise<void> {
    process.kill(-(this.server.child.pid ?? 0), "SIGKILL");
    await this.server.ended;
  }

  async restart(): Promise<void> {
    this.server = start(this.port, this.dataFolder);
    await untilGreeted(this.server);
  }

  async close(): Promise<void> {
    await this.browser.close();
    pressCtrlC(this.server);
    await this.server.ended;
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}

function start(port: number, dataFolder: string): Launched {
  return launch({ port, dataFolder, env: { PUBLIC_URL: `http://${host}:${port}` } });
}

/** Opens a room from the demo deck; the host's page is on screen then. */
export async function openRoom(instructor: Person): Promise<{ pin: string }> {
  const { page } = instructor;
  await page.goto("/decks");
  await page.getByRole("link", { name: /heap up/ }).click();
  await page.getByRole("button", { name: "Open a room" }).click();
  // Right after a first start every question of the deck is computed now, which a busy machine takes long for.
  await page.waitForURL(/\/host\//, { timeout: 120_000 });
  return { pin: await pinOn(page) };
}

/** The PIN as the room sees it. */
export async function pinOn(page: Page): Promise<string> {
  const shown = page.getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/).first();
  await shown.waitFor();
  return ((await shown.textContent()) ?? "").replaceAll(" ", "");
}

/** Asks the question with this title from the deck's list on the host's page. */
export async function ask(host: Person, title: string): Promise<void> {
  await host.page.getByRole("button", { name: `Ask: ${title}` }).click();
}

/** Types a number on the phone's pad and sends it; resolves when it is acknowledged as saved. */
export async function answerNumber(student: Person, value: number): Promise<void> {
  const { page } = student;
  for (const digit of String(value)) await page.getByRole("button", { name: digit, exact: true }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText(/Saved at/).waitFor();
}

/** No violation that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual(
    [],
  );
}

/** The page does not scroll sideways. */
export async function expectFits(page: Page): Promise<void> {
  const { inner, content } = await page.evaluate(() => ({
    inner: document.documentElement.clientWidth,
    content: document.documentElement.scrollWidth,
  }));
  expect(content).toBeLessThanOrEqual(inner);
}

/** The revocable link, opened on a machine where nobody is signed in. */
export async function openProjector(classroom: Classroom, { page }: Person): Promise<Person> {
  await page.getByRole("button", { name: "Link for a projector" }).click();
  const link = page.getByRole("dialog").getByRole("link", { name: /new tab/ });
  const address = (await link.getAttribute("href")) ?? "";
  await page.keyboard.press("Escape");
  const wall = await classroom.person({ size: { width: 1920, height: 1080 } });
  await wall.page.goto(address);
  await wall.page
    .getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/)
    .first()
    .waitFor();
  return wall;
}
