import { describe, expect, it } from "vitest";
import { keepRecent } from "./keep-recent.ts";
import { keepUntilExpired } from "./keep-until-expired.ts";

describe("what was made for a key", () => {
  it("is made once, and the one that was asked for longest ago is forgotten", () => {
    const made: string[] = [];
    const of = keepRecent(2, (key) => {
      made.push(key);
      return { key };
    });
    const a = of("a");
    of("b");
    expect(of("a")).toBe(a);
    of("c");
    expect(of("a")).toBe(a);
    of("b");
    expect(made).toEqual(["a", "b", "c", "b"]);
  });

  it("may be nothing", () => {
    let made = 0;
    const of = keepRecent(2, () => {
      made += 1;
      return undefined;
    });
    of("a");
    expect(made).toBe(1);
  });
});

describe("credentials", () => {
  const at = { now: 0 };
  const ask = (lives: number) => {
    let asked = 0;
    const of = keepUntilExpired(
      async () => ({ asked: (asked += 1), expiration: new Date(at.now + lives) }),
      () => at.now,
    );
    return of;
  };

  it("are asked for once by many, and anew five minutes before their end", async () => {
    const of = ask(3_600_000);
    expect((await Promise.all([of(), of(), of()])).map(({ asked }) => asked)).toEqual([1, 1, 1]);
    at.now = 3_299_999;
    expect((await of()).asked).toBe(1);
    at.now = 3_300_000;
    expect((await Promise.all([of(), of()])).map(({ asked }) => asked)).toEqual([2, 2]);
  });

  it("that were refused are asked for again", async () => {
    let asked = 0;
    const of = keepUntilExpired(async () => {
      asked += 1;
      if (asked === 1) throw new Error("throttled");
      return { expiration: new Date(Date.now() + 3_600_000) };
    });
    await expect(of()).rejects.toThrow("throttled");
    await of();
    await of();
    expect(asked).toBe(2);
  });
});
