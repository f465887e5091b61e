import { describe, expect, it } from "vitest";
import { addMinutes } from "../civil-date/index.ts";
import {
  clearFailures,
  countFailure,
  isLive,
  isLocked,
  newAccount,
  normaliseAddress,
  type Session,
  sessionEndsAt,
  wantsTouch,
} from "./index.ts";

const now = "2026-04-28T09:00:00+08:00";
const later = (minutes: number) => addMinutes(now, minutes);

describe("wrong codes", () => {
  it("lock from the fifth on, twice as long each time, an hour at most", () => {
    let account = newAccount("a@a.example");
    const locks: (string | undefined)[] = [];
    for (let tries = 0; tries < 13; tries += 1) {
      account = countFailure(account, now);
      locks.push(account.lockedUntil);
    }
    const minutes = [1, 2, 4, 8, 16, 32, 60, 60, 60].map(later);
    expect(locks).toEqual([undefined, undefined, undefined, undefined, ...minutes]);
    expect(isLocked(account, later(59))).toBe(true);
    expect(isLocked(account, later(60))).toBe(false);
    expect(clearFailures(account)).toEqual(newAccount("a@a.example"));
  });
});

describe("a session", () => {
  const session: Session = {
    hash: "h",
    seat: { kind: "partner", subject: "p" },
    by: "mail",
    agent: "",
    from: "",
    createdAt: now,
    seenAt: now,
  };

  it("ends half an hour after its last use", () => {
    expect(isLive(session, later(29))).toBe(true);
    expect(isLive(session, later(30))).toBe(false);
    expect(isLive({ ...session, seenAt: later(20) }, later(49))).toBe(true);
  });

  it("ends after twelve hours however busy it is", () => {
    const busy = { ...session, seenAt: later(719) };
    expect(sessionEndsAt(busy)).toBe(later(720));
    expect([isLive(busy, later(719)), isLive(busy, later(720))]).toEqual([true, false]);
  });

  it("is noted as in use once a minute", () => {
    expect([wantsTouch(session, addMinutes(now, 0.5)), wantsTouch(session, later(1))]).toEqual([false, true]);
  });
});

it("tells addresses apart without regard to case", () => {
  expect(normaliseAddress(" Zhang@Agency.Example ")).toBe("zhang@agency.example");
});
