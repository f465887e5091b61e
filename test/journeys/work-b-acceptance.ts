import { expect } from "vitest";
import { invoiceFor, invoiceNumber, payAll } from "./money-payments.ts";
import { conflict, forbidden, invalid, type Steps } from "./steps.ts";
import { deliver } from "./work-b-hand-in.ts";
import { liveTo, owed } from "./work-b-year.ts";

const experts = ["评审专家甲", "评审专家乙", "评审专家丙"];

interface Acceptances {
  readonly items: readonly {
    readonly openRoundId: string | null;
    readonly passedOn: string | null;
    readonly criteria: readonly {
      readonly measured: { readonly value: string; readonly passed: boolean } | null;
    }[];
  }[];
}

/** What each criterion comes to by the record now; null: nothing is recorded. */
async function measuredNow({ sees }: Steps) {
  const { items } = await sees<Acceptances>("vendor", "/acceptances");
  return items[0]?.criteria.map(({ measured }) =>
    measured === null ? null : [measured.value, measured.passed],
  );
}

/** Availability by the minutes down, incidents as a count, the survey by its answers: of the whole term. */
async function measure({ does, refused }: Steps): Promise<void> {
  const term = { from: "2026-03-03", to: "2027-03-03" };
  const down = {
    measure: "availability",
    ...term,
    downMinutes: "1200",
    evidence: [{ document: "运行月报汇总" }],
  };
  await does("acceptor", "POST /measurements", down);
  await refused(
    "acceptor",
    "POST /measurements",
    { ...down, from: "2027-03-03" },
    {
      ...invalid,
      paths: ["/from"],
      en: "overlaps with what has been measured from 2026-03-03 to 2027-03-03",
    },
  );
  await refused("finance", "POST /measurements", down, forbidden);
  await does("contractManager", "POST /measurements", { measure: "major-incidents", ...term, part: "0" });
  const survey = { measure: "satisfaction", satisfied: "186", answered: "200" };
  await does("acceptor", "POST /measurements", { ...survey, ...term });
}

/** A panel of three experts and the acceptor: assessed by the record, signed on paper and in person, concluded once all have. */
export async function review(steps: Steps, id: string): Promise<void> {
  const { does, refused, uploads } = steps;
  const round = `/acceptance-rounds/${id}`;
  const results = [1, 2, 3].map((criterion) => ({ criterion }));
  const acceptors = [...experts.map((name) => ({ name })), { memberSubject: "acceptor" }];
  await refused(
    "acceptor",
    `POST ${round}/conclusion`,
    { outcome: "passed" },
    { ...conflict, en: "assess it first" },
  );
  await does("contractManager", `POST ${round}/assessment`, { results, acceptors });
  await does("acceptor", `POST ${round}/signatures`, { agrees: true });
  const paper = { agrees: true, acceptor: "expert1" };
  await refused("acceptor", `POST ${round}/signatures`, paper, { ...forbidden, zh: "评审专家甲为外部专家" });
  await refused("contractManager", `POST ${round}/signatures`, paper, { ...invalid, paths: ["/evidence"] });
  for (const nth of [1, 2]) await signPaper(nth);
  await refused(
    "acceptor",
    `POST ${round}/conclusion`,
    { outcome: "passed" },
    { ...conflict, zh: "尚未签字：评审专家丙" },
  );
  await signPaper(3);
  await does("acceptor", `POST ${round}/conclusion`, { outcome: "passed" });

  async function signPaper(nth: number): Promise<void> {
    const file = await uploads("contractManager", `%PDF-1.7\n% 专家${nth}\n%%EOF\n`);
    const evidence = [{ file, note: "评审意见签字页" }];
    await does("contractManager", `POST ${round}/signatures`, {
      agrees: true,
      acceptor: `expert${nth}`,
      evidence,
    });
  }
}

/** Both sides print the same report, with every figure and every signature. */
export async function expectReport({ reads }: Steps, id: string): Promise<void> {
  const path = `/acceptance-rounds/${id}/report`;
  const page = await reads("auditor", path);
  expect(await reads("vendor", path)).toBe(page);
  const cells = ["99.77%", "93%"].map((measured) => `<td>${measured}</td>`);
  for (const text of [...cells, "系统稳定性", "用户满意度", ...experts]) expect(page).toContain(text);
}

/** The annual report, the figures, and the vendor's application; gives the id of the round. */
export async function applyForPanel(steps: Steps) {
  const { does, sees, refused } = steps;
  await liveTo(steps, "2027-03-18");
  expect(await owed(steps, "deliverable.annual-report")).toMatchObject({
    state: "open",
    dueOn: "2027-04-06",
  });
  await deliver(steps, "deliverable.annual-report");
  expect(await measuredNow(steps)).toEqual([null, null, null]);
  await measure(steps);
  expect(await measuredNow(steps)).toEqual([
    ["99.77", true],
    ["0", true],
    ["93", true],
  ]);
  await refused("finance", "POST /payments/t2/requests", {}, { ...conflict, zh: "阶段验收" });
  const applied = await does("vendor", "POST /acceptances/stage/applications", {
    note: "年度工作报告已提交",
  });
  const id = String(applied["id"]);
  expect(await sees("acceptor", "/acceptances/stage")).toMatchObject({
    openRoundId: id,
    rounds: [{ number: 1, state: "applied", appliedOn: "2027-03-18", applied: { side: "vendor" } }],
  });
  return id;
}

/** 30 % of the price less 4 % of the penalties' base. */
export async function paySecond(steps: Steps) {
  const { does, sees } = steps;
  const missing = async () => {
    const seen = await sees<{ missing: { label: { en: string } }[] }>("finance", "/payments/t2");
    return seen.missing.map(({ label }) => label.en);
  };
  expect(await missing()).toEqual([
    "fiscal funds appropriated (Second payment)",
    "invoice received (Second payment)",
  ]);
  await liveTo(steps, "2027-03-29");
  await does("finance", "POST /events", {
    event: { kind: "fundsAppropriated", of: "t2", on: "2027-03-29" },
  });
  await invoiceFor(steps, "t2", "515880.00", invoiceNumber(2));
  expect(await sees("finance", "/payments/t2")).toMatchObject({
    missing: [],
    payableToday: true,
    dueOn: "2027-04-27",
    payable: "509001.60",
  });
  await payAll(steps, "t2", "凭证 2027-041");
  expect(await sees("vendor", "/payments")).toMatchObject({
    items: [{ state: "fulfilled" }, { state: "fulfilled" }],
  });
}
