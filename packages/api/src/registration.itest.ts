import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readSession } from "./auth.ts";
import { DEMO_EMAIL, seedDemo } from "./demo.ts";
import { refcountDraft } from "./testing/drafts.ts";
import { refusalOf } from "./testing/refusals.ts";
import { createSchool, type School, TEST_PASSWORD } from "./testing/school.ts";

let school: School;
beforeEach(async () => {
  school = await createSchool();
});
afterEach(() => school.close());

const ada = { name: "Ada", email: "ada@example.test", password: TEST_PASSWORD };

describe("registering", () => {
  test("is open to the first, and by invitation to the others", async () => {
    expect(await school.stranger().setup.info()).toMatchObject({
      hasInstructor: false,
      needsInvitation: false,
    });
    await school.stranger().setup.register(ada);
    expect(await school.stranger().setup.info()).toMatchObject({ needsInvitation: true });
    const second = { ...ada, email: "second@example.test" };
    expect(await refusalOf(school.stranger().setup.register(second))).toEqual({
      code: "invitation-required",
    });
    const forged = { ...second, invitation: "x".repeat(43) };
    expect(await refusalOf(school.stranger().setup.register(forged))).toEqual({ code: "invitation-invalid" });
  });

  test("makes one of two strangers the first", async () => {
    const both = ["a@example.test", "b@example.test"].map((email) =>
      refusalOf(school.stranger().setup.register({ ...ada, email })),
    );
    const codes = (await Promise.all(both)).map((one) => (typeof one === "string" ? one : one.code));
    expect(codes.sort()).toEqual(["accepted", "invitation-required"]);
  });

  test("spends an invitation once, and not on a taken address", async () => {
    const { caller } = await school.instructor("Grace");
    const { token } = await caller.setup.invite({ note: "for Ada" });
    const taken = { ...ada, email: "grace@example.test", invitation: token };
    expect(await refusalOf(school.stranger().setup.register(taken))).toEqual({ code: "email-taken" });
    expect(await school.stranger().setup.invitation({ token })).toEqual({ isOpen: true });
    await school.stranger().setup.register({ ...ada, invitation: token });
    expect(await school.stranger().setup.invitation({ token })).toEqual({ isOpen: false });
    const third = { ...ada, email: "third@example.test", invitation: token };
    expect(await refusalOf(school.stranger().setup.register(third))).toEqual({ code: "invitation-invalid" });
  });
});

describe("signing in", () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    school.services.auth.handler(
      new Request(`http://192.168.1.20:3000/api/auth${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          host: "192.168.1.20:3000",
          origin: "http://192.168.1.20:3000",
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    );
  const signIn = (password: string, headers?: Record<string, string>) =>
    post("/sign-in/email", { email: ada.email, password }, headers);

  test("works over plain http at a local address, with a cookie no script can read", async () => {
    await school.stranger().setup.register(ada);
    const response = await signIn(TEST_PASSWORD);
    expect(response.status).toBe(200);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^pyrena\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    const headers = new Headers({ cookie: cookie.split(";")[0] ?? "" });
    expect(await readSession(school.services.auth, headers)).toMatchObject({ email: ada.email, name: "Ada" });
    expect(await readSession(school.services.auth, new Headers())).toBeNull();
  });

  test("refuses another site's page", async () => {
    await school.stranger().setup.register(ada);
    const response = await signIn(TEST_PASSWORD, {
      origin: "http://evil.test",
      cookie: "pyrena.session_token=x",
    });
    expect(response.status).toBe(403);
  });

  test("cannot register past the rules", async () => {
    const response = await post("/sign-up/email", ada);
    expect(response.status).toBe(404);
    expect(await school.stranger().setup.info()).toMatchObject({ hasInstructor: false });
  });

  test("counts failures per account", async () => {
    await school.stranger().setup.register(ada);
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await signIn("wrong")).status).toBe(401);
    expect((await signIn(TEST_PASSWORD)).status).toBe(429);
  }, 30_000);
});

describe("the demo", () => {
  const deck = { title: "Demo", description: "", items: [refcountDraft()] };

  test("is seeded once, and its password is the data folder's", async () => {
    const { services } = school;
    expect(await seedDemo(services, { password: "first-password", deck })).toBe("seeded");
    expect(await seedDemo(services, { password: "other-password", deck })).toBe("present");
    const signIn = (password: string) =>
      services.auth.api.signInEmail({ body: { email: DEMO_EMAIL, password } });
    await expect(signIn("first-password")).rejects.toThrow();
    const { user } = await signIn("other-password");
    const { rows } = await school.database.pool.query(
      "select deck.title, count(*)::int as items from deck join deck_item on deck_id = deck.id where owner_id = $1 group by deck.id",
      [user.id],
    );
    expect(rows).toEqual([{ title: "Demo", items: 1 }]);
    expect(await school.stranger().setup.info()).toMatchObject({
      demoEmail: DEMO_EMAIL,
      needsInvitation: true,
    });
  });

  test("stays out of an installation that has people", async () => {
    await school.stranger().setup.register(ada);
    expect(await seedDemo(school.services, { password: "some-password", deck })).toBe("not-wanted");
    expect(await school.stranger().setup.info()).toMatchObject({ demoEmail: null });
  });
});
