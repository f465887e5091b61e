import type { CivilDate } from "@luyue/core/civil-date";
import type { ContractTerms } from "@luyue/core/contract";
import type { Role } from "@luyue/core/party";
import { demoContract } from "@luyue/testing/contracts";
import { expect } from "vitest";
import { agency, type Steps } from "./steps.ts";

export const c = demoContract("C");
export const { terms } = c;

/** C's terms with a supplement: the second payment rests on the mid-term acceptance, and no more on the buyer's word. */
export const resting: ContractTerms = {
  ...terms,
  tranches: terms.tranches.map((tranche) => {
    if (tranche.key !== "t2") return tranche;
    const gates = (tranche.gates ?? []).filter(({ gate }) => gate !== "satisfied");
    return { ...tranche, gates: [...gates, { gate: "acceptancePassed", of: "midterm" }] };
  }),
};

/** What a reader of the mid-term acceptance sees, of either side. */
export interface Midterm {
  readonly asOf: CivilDate;
  readonly items: readonly {
    readonly of: string;
    readonly passedOn: CivilDate | null;
    readonly openRoundId: string | null;
    readonly failures: number;
    readonly rectifications: { readonly allowed: number; readonly used: number; readonly exceeded: boolean };
    readonly rounds: readonly { readonly number: number; readonly state: string }[];
  }[];
  readonly rights: readonly { readonly arisenOn: CivilDate; readonly because: readonly unknown[] }[];
}

interface Owed {
  readonly key: string;
  readonly dueOn: CivilDate | null;
  readonly state: string;
  readonly fulfilment: { readonly on: CivilDate } | null;
}

export const roundPath = (id: string) => `/acceptance-rounds/${id}`;
export const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`);

/** Both sides see the same of the acceptances, as many rounds in these states among it; gives what they see. */
export async function bothSee({ sees }: Steps, ...states: readonly string[]): Promise<Midterm> {
  const seen = await sees<Midterm>("auditor", "/acceptances");
  expect(await sees<Midterm>("vendor", "/acceptances")).toEqual(seen);
  const [midterm, final] = seen.items;
  expect([midterm?.of, final?.of]).toEqual(["midterm", "final"]);
  expect(midterm?.rounds.map(({ number, state }) => `${number} ${state}`)).toEqual(
    states.map((state, at) => `${at + 1} ${state}`),
  );
  expect(final?.rounds).toEqual([]);
  return seen;
}

/** The mid-term acceptance's own obligations: the round of each rectification, its day, its state, and when it was done. */
export async function expectOwed({ sees }: Steps, rounds: readonly string[], ...expected: readonly string[]) {
  const lists = await Promise.all([
    sees<{ items: Owed[] }>("contractManager", "/obligations?limit=200"),
    sees<{ items: Owed[] }>("vendor", "/v1/partner/obligations?limit=200"),
    sees<{ items: Owed[] }>("vendor", "/v1/partner/obligations?state=fulfilled&limit=200"),
  ]);
  const described = lists.map(({ items }) =>
    items.filter(({ key }) => key.includes(".midterm")).map(describe),
  );
  const [agencys = [], open = [], done = []] = described;
  expect(agencys.toSorted()).toEqual(expected.toSorted());
  expect([...open, ...done].toSorted()).toEqual(expected.toSorted());

  function describe({ key, dueOn, state, fulfilment }: Owed): string {
    const [kind, , event = ""] = key.split(".");
    const number = rounds.findIndex((id) => event === `${id}_failed`) + 1;
    const when = fulfilment === null ? "" : ` on ${fulfilment.on}`;
    return `${kind}${event === "" ? "" : ` ${number}`} ${dueOn} ${state}${when}`;
  }
}

/** The acceptor assesses, and everybody signs: the manager, the acceptor, and on paper the expert. */
export async function reviewRound({ does, uploads }: Steps, id: string): Promise<void> {
  const round = `POST ${roundPath(id)}`;
  await does("contractManager", `${round}/assessment`, { results: [], acceptors });
  await does("contractManager", `${round}/signatures`, { agrees: true });
  await does("acceptor", `${round}/signatures`, { agrees: true });
  const file = await uploads("contractManager", pdf(`签字件 ${id}`), "application/pdf");
  await does("contractManager", `${round}/signatures`, { agrees: true, ...expertsPaper(file) });
}

export const acceptors = [
  { memberSubject: "contractManager" },
  { memberSubject: "acceptor" },
  { name: "专家甲" },
];
export const expertsPaper = (file: string) => ({
  acceptor: "expert3",
  evidence: [{ file, document: "专家签字件" }],
});

const work: readonly Role[] = ["acceptor", "contractManager"];
export const money: readonly Role[] = ["contractManager", "finance"];

/**
 * Every mail about a thing since a day, as `day what (due)`: each went once to the vendor and to each of the agency's people
 * who deal with it, and to nobody else.
 */
export function mailsAbout({ stack }: Steps, title: string, since: CivilDate, roles = work): string[] {
  const told = [...roles.map((role) => `${role}@${agency}.example`), "lead@vendor.example"];
  const about = new RegExp(`^【履约】(.+)：${title}(（.+）)$`);
  const mails = stack.inbox
    .list()
    .toReversed()
    .filter(({ at }) => at.slice(0, 10) >= since)
    .flatMap(({ at, to, subject }) => {
      const [, step, due] = about.exec(subject) ?? [];
      return step === undefined ? [] : [{ to, said: `${at.slice(5, 10)} ${step}${due}` }];
    });
  const said = [...new Set(mails.map((mail) => mail.said))];
  for (const each of said) {
    const to = mails.filter((mail) => mail.said === each).map((mail) => mail.to);
    // What waits is for whoever holds the gate that is closed.
    expect(to.toSorted(), each).toEqual(each.includes("尚待办理") ? ["lead@vendor.example"] : told);
  }
  return said;
}

/** The second payment is closed, for nothing but this: whoever asks for it is told so. */
export async function expectClosed(
  { sees, refused }: Steps,
  zh: string,
  holder: "buyer" | "vendor",
  state: "held" | "overdue",
): Promise<void> {
  expect(await sees("finance", "/payments/t2")).toMatchObject({
    state,
    payableToday: false,
    missing: [{ label: { zh }, holder }],
    payments: [],
  });
  const told = { status: 409, code: "conflict", zh: `付款条件未满足：${zh}` };
  await refused("contractManager", "POST /payments/t2/requests", {}, told);
}

/** Why each of the four rounds failed. */
const reasons = ["日志留存不足", "漏洞未修复", "演练未完成", "仍未达到要求"] as const;

/** The right that arose on a day, because of failures on these days, the nth in round n. */
export const rightOf = (arisenOn: CivilDate, ...failedOn: readonly CivilDate[]) => ({
  key: "acceptance.midterm.terminate",
  title: { zh: "“中期验收”经3次整改仍未通过：甲方有权解除合同并按约定追究违约责任" },
  arisenOn,
  clause: "验收条款",
  because: failedOn.map((on, at) => ({
    on,
    text: { zh: `第${at + 1}次未通过（第${at + 1}轮，${on}）：${reasons[at]}` },
  })),
});

/** What people who have nothing to do with a round could try with it. */
export function triedByStrangers(id: string) {
  const round = roundPath(id);
  const read = [["GET /acceptances"], [`GET ${round}/report`]] as const;
  const apply = ["POST /acceptances/midterm/applications", { note: "申请" }] as const;
  const withdraw = [`POST ${round}/withdrawal`, { reason: "撤回" }] as const;
  return {
    agency: [
      ...read,
      ["GET /acceptances/midterm"],
      apply,
      withdraw,
      [`POST ${round}/assessment`, { results: [] }],
      [`POST ${round}/signatures`, { agrees: true }],
      [`POST ${round}/conclusion`, { outcome: "passed" }],
      [`POST ${round}/objection`, { reason: "异议" }],
      [`POST ${round}/reopening`, { reason: "重开" }],
    ],
    vendor: [...read, apply, withdraw, [`POST ${round}/statement`, { note: "意见" }]],
  } as const;
}
