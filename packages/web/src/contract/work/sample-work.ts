import type { Obligation } from "../../obligation/obligation-queries.ts";
import type { Acceptance, ProgressRow, Round, Submission } from "./work-queries.ts";

/** What tests of a contract's work begin with, as the API would show it. */
export function owed(part: Partial<Obligation>): Obligation {
  return {
    contractId: "ctr_1",
    contractNumber: "甲-1",
    contractName: "合同",
    buyerName: "单位",
    vendorName: "供应商",
    key: "service.scan",
    kind: "service",
    title: { zh: "漏洞扫描", en: "scan" },
    debtor: "vendor",
    state: "open",
    windowOpensOn: "2026-04-28",
    dueOn: "2026-06-01",
    dueAt: null,
    statutoryOn: null,
    findings: null,
    keyPeriod: null,
    fulfilment: null,
    amount: null,
    rest: null,
    quota: null,
    waitingFor: [],
    provisional: false,
    why: { zh: "约定", en: "agreed" },
    amountWhy: null,
    clause: null,
    ...part,
  };
}

export function progressRow(part: Partial<ProgressRow>): ProgressRow {
  return {
    kind: "service",
    key: "scan",
    title: { zh: "漏洞扫描", en: "scan" },
    clause: "一、（一）2",
    className: null,
    number: null,
    unit: "time",
    owed: { inAll: 6, soFar: 2 },
    done: 1,
    submitted: 0,
    accepted: 1,
    returned: 0,
    onTime: 1,
    late: 0,
    overdue: 0,
    service: null,
    ...part,
  };
}

export function submission(part: Partial<Submission>): Submission {
  return {
    id: "sub_1",
    of: "service.scan",
    piece: 1,
    version: 1,
    quantity: 1,
    state: "submitted",
    title: { zh: "漏洞扫描", en: "scan" },
    files: [
      { file: `sha256-${"a".repeat(64)}`, name: "扫描记录.pdf", contentType: "application/pdf", bytes: 9 },
    ],
    note: null,
    performedOn: null,
    performedThrough: null,
    people: null,
    submittedAt: "2026-05-12T01:00:00.000Z",
    submittedBy: "vendor",
    decidedAt: null,
    dueOn: null,
    dueAt: null,
    reason: null,
    timeliness: null,
    ...part,
  };
}

export function acceptance(part: Partial<Acceptance>): Acceptance {
  return {
    of: "final",
    title: { zh: "项目验收", en: "final acceptance" },
    stage: "final",
    clause: null,
    passedOn: null,
    failures: 0,
    openRoundId: null,
    rectifications: { allowed: 3, used: 0, exceeded: false },
    criteria: [],
    rounds: [],
    ...part,
  };
}

export function round(part: Partial<Round>): Round {
  return {
    id: "rnd_1",
    number: 1,
    state: "applied",
    appliedOn: "2027-04-20",
    applied: {
      side: "vendor",
      name: "项目负责人",
      at: "2027-04-20T01:00:00.000Z",
      note: null,
      despite: null,
      evidence: [],
    },
    assessment: null,
    statement: null,
    settled: null,
    ...part,
  };
}
