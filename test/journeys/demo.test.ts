import { beforeAll, describe, expect, it } from "vitest";
import { runLuyue } from "./run-luyue.ts";

interface Owed {
  readonly key: string;
  readonly kind: string;
  readonly debtor: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly windowOpensOn: string | null;
  readonly waitingFor: readonly {
    event: string;
    of?: string;
    holder: string;
    label: { zh: string; en: string };
  }[];
  readonly amount: string | null;
  readonly provisional: boolean;
  readonly why: string;
  readonly whyEn: string;
}

interface Report {
  readonly contracts: readonly { key: string; obligations: readonly Owed[] }[];
  readonly reminders: readonly {
    contract: string;
    obligation: string;
    step: string;
    channel: string;
    recipient: string;
    on: string;
  }[];
}

async function demo(...args: readonly string[]): Promise<Report> {
  const { code, stdout, stderr } = await runLuyue("demo", "--json", ...args);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Report; // the test reads what it names below
}

function owedIn(report: Report) {
  return (contract: string, key: string): Owed => {
    const found = report.contracts
      .find((each) => each.key === contract)
      ?.obligations.find((each) => each.key === key);
    if (found === undefined) throw new Error(`${contract} has no ${key}`);
    return found;
  };
}

describe("luyue demo --as-of 2026-05-12 --json", () => {
  let report: Report;
  let owed: ReturnType<typeof owedIn>;
  beforeAll(async () => {
    report = await demo("--as-of", "2026-05-12");
    owed = owedIn(report);
  }, 240_000);

  it("has the five contracts", () => {
    expect(report.contracts.map(({ key }) => key)).toEqual(["A", "B", "C", "D", "E"]);
  });

  it.each([
    ["A", "payment.t1", { dueOn: "2026-05-27", amount: "1075746.00", provisional: false, debtor: "buyer" }],
    ["A", "invoice.t1", { dueOn: "2026-05-13", debtor: "vendor" }],
    [
      "A",
      "payment.t2",
      { windowOpensOn: "2026-07-01", dueOn: "2026-09-30", amount: "307356.00", provisional: false },
    ],
    ["A", "invoice.t2", { dueOn: "2026-09-16" }],
    [
      "A",
      "payment.t3",
      { windowOpensOn: "2026-10-01", dueOn: "2026-12-31", amount: "153678.00", provisional: false },
    ],
    ["A", "invoice.t3", { dueOn: "2026-12-17" }],
    [
      "A",
      "payment.t4",
      { windowOpensOn: "2027-01-01", dueOn: "2027-03-31", amount: "385932.00", provisional: true },
    ],
    ["A", "payment.t5", { dueOn: null, state: "waiting", amount: "257288.00" }],
    ["B", "payment.t1", { dueOn: "2026-04-14", amount: "1203720.00", state: "held" }],
    ["B", "invoice.t1", { dueOn: "2026-04-14", state: "overdue", debtor: "vendor" }],
    ["B", "payment.t2", { dueOn: null, state: "waiting", amount: "515880.00" }],
    ["B", "bond.bond", { dueOn: "2026-04-15", amount: "171960.00", debtor: "vendor" }],
    ["B", "score.2026-04", { windowOpensOn: "2026-05-01", dueOn: null, state: "open", debtor: "buyer" }],
    ["D", "payment.t1", { dueOn: "2026-04-29", amount: "223440.00" }],
    ["D", "payment.t2", { dueOn: null, state: "waiting", amount: "1266160.00" }],
    [
      "A",
      "service.key-period-duty.labour-day-2026",
      { windowOpensOn: "2026-05-01", dueOn: "2026-05-05", state: "overdue", debtor: "vendor" },
    ],
    ["A", "deliverable.key-period-summary.national-day-2026", { dueOn: "2026-10-07", state: "upcoming" }],
    ["A", "report.key-period-daily.2026-05-01", { state: "fulfilled" }],
    ["A", "report.key-period-daily.2026-05-04", { state: "overdue" }],
    ["A", "report.key-period-daily.2026-05-05", { state: "held" }],
    ["B", "score.2026-03", { state: "fulfilled" }],
    ["B", "scoreAnswer.2026-04", { dueOn: "2026-05-14", state: "open", debtor: "vendor" }],
    ["D", "deliverable.secrecy-agreements", { state: "fulfilled" }],
    ["A", "report.key-period-daily.2026-05-03", { dueOn: "2026-05-03", state: "overdue" }],
    ["B", "deliverable.duty-report.two-sessions-2026", { windowOpensOn: "2026-03-04", dueOn: "2026-03-12" }],
    ["B", "service.special-period-duty.two-sessions-2027", { dueOn: "2027-03-03" }],
    ["C", "service.key-period-duty", { state: "waiting" }],
    ["D", "service.special-period-duty.spring-festival-2027", { dueOn: "2027-02-12", provisional: false }],
    ["E", "service.key-event-duty", { state: "waiting", quota: { count: 30, done: 0, atMost: true } }],
  ])("%s %s", (contract, key, expected) => {
    expect(owed(contract, key)).toMatchObject(expected);
  });

  it("rolls B's report off Sunday, 10 May", () => {
    const may = report.contracts[1]?.obligations.find(
      ({ kind, dueOn }) => kind === "report" && dueOn === "2026-05-11",
    );
    expect(may?.debtor).toBe("vendor");
    expect(may?.why).toContain("顺延至 2026-05-11（民法典第203条）");
  });

  it("waits in C and E for the signing, and says for what and for whom", () => {
    for (const contract of ["C", "E"]) {
      const { state, waitingFor } = owed(contract, "payment.t1");
      expect(state).toBe("waiting");
      expect(waitingFor[0]).toMatchObject({ event: "signed", holder: "both", label: { zh: "合同签订" } });
    }
  });

  it("names what A's last payment waits for", () => {
    expect(owed("A", "payment.t5").waitingFor).toContainEqual(
      expect.objectContaining({ event: "acceptancePassed", of: "final", holder: "buyer" }),
    );
  });

  it("says why, in both languages, for everything that has a date", () => {
    for (const { obligations } of report.contracts) {
      for (const { kind, why, whyEn, dueOn } of obligations) {
        if (dueOn === null) continue;
        expect(why).toMatch(/\d{4}-\d\d-\d\d/);
        expect(whyEn).toMatch(/\d{4}-\d\d-\d\d/);
        // A unit's name has one language: as people have entered it.
        const translated = kind === "finding" ? whyEn.replaceAll(/“[^”]*”/g, "“”") : whyEn;
        expect(translated).not.toMatch(/[\u4e00-\u9fff].*[\u4e00-\u9fff]{8}/);
      }
    }
  });

  it("really sent A's reminders on the days of the ladder, to both sides, by both channels", () => {
    const sent = report.reminders.filter(
      ({ contract, obligation }) => contract === "A" && obligation === "invoice.t1",
    );
    expect([...new Set(sent.map(({ on, step }) => `${on} ${step}`))]).toEqual([
      "2026-04-20 waiting-1", // a week after the contract was entered, on the next working day, and before it was signed
      "2026-04-29 lead-14",
      "2026-05-06 lead-7",
      "2026-05-10 lead-3",
      "2026-05-12 lead-1",
    ]);
    const last = sent.filter(({ on }) => on === "2026-05-12");
    expect(new Set(last.map(({ channel }) => channel))).toEqual(new Set(["email", "webhook"]));
    expect(last.filter(({ recipient }) => recipient.includes("vendor-"))).toHaveLength(1);
    expect(last.filter(({ recipient }) => recipient.startsWith("finance@"))).toHaveLength(1);
  });

  it("announced A's duty on May Day before it began, and asked for its record when it was over", () => {
    const sent = report.reminders.filter(
      ({ contract, obligation }) =>
        contract === "A" && obligation === "service.key-period-duty.labour-day-2026",
    );
    expect([...new Set(sent.map(({ on, step }) => `${on} ${step}`))].slice(0, 6)).toEqual([
      "2026-04-17 opening-14",
      "2026-04-24 opening-7",
      "2026-04-28 opening-3",
      "2026-04-30 opening-1",
      "2026-05-01 opening-0",
      "2026-05-06 overdue-1",
    ]);
  });

  it("sent nothing twice and nothing outside the month", () => {
    const identities = report.reminders.map(({ contract, obligation, step, channel, recipient }) =>
      [contract, obligation, step, channel, recipient].join(" "),
    );
    expect(new Set(identities).size).toBe(identities.length);
    expect(identities.length).toBeGreaterThan(100);
    for (const { on } of report.reminders) expect(on >= "2026-04-12" && on <= "2026-05-12").toBe(true);
  });
});

describe("luyue demo --sign C=2025-09-30", () => {
  it("dates C from its signing: ten working days over the National Day week", {
    timeout: 240_000,
  }, async () => {
    const owed = owedIn(await demo("--as-of", "2026-05-12", "--sign", "C=2025-09-30"));
    expect(owed("C", "payment.t1")).toMatchObject({ dueOn: "2025-10-21", amount: "523250.00" });
    expect(owed("C", "payment.t1").why).toContain("国庆");
    expect(owed("C", "payment.t2")).toMatchObject({ dueOn: "2026-04-14", amount: "523250.00" });
    expect(owed("C", "payment.t3")).toMatchObject({ dueOn: "2026-10-20", amount: "448500.00" });
    expect(owed("E", "payment.t1").state).toBe("waiting");
  });

  it.each([["C=2026-06-01"], ["X=2026-01-01"], ["C=2025-02-30"]])(
    "refuses %s with exit code 2",
    async (sign) => {
      const { code, stderr, stdout } = await runLuyue("demo", "--as-of", "2026-05-12", "--sign", sign);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/[\u4e00-\u9fff].* \/ /);
    },
  );
});
