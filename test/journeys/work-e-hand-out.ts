import { expect } from "vitest";
import { forbidden, invalid } from "./steps.ts";
import { owedOf } from "./work-e-agency.ts";
import type { Finding } from "./work-e-lists.ts";
import { readRows, rows, rowsWithFaults, secondDay, shares, units, workbookOf } from "./work-e-sheet.ts";
import type { FindingStory } from "./work-e-story.ts";

interface Listed {
  readonly name: string;
  readonly side: string;
  readonly contacts: readonly { readonly email: string }[];
}

/** Units of both sides with a contact each; a name stands once, and who may not add them does not. */
export async function enterUnits(story: FindingStory): Promise<void> {
  const { does, sees, refused, goTo } = story.steps;
  goTo("2026-01-19");
  for (const { name, side, contact } of units) {
    const contacts = [{ name: `${name}联系人`, email: contact }];
    const { id } = await does("contractManager", "PUT /units", { name, side, contacts });
    story.unitIds.set(name, String(id));
  }
  const [{ name, side }] = units;
  await refused(
    "contractManager",
    "PUT /units",
    { name, side, contacts: [] },
    {
      ...invalid,
      zh: "本合同已有责任单位“网络安全支队”",
      paths: ["/name"],
    },
  );
  await refused("acceptor", "PUT /units", { name: "后勤处", side, contacts: [] }, forbidden);
  const { items } = await sees<{ items: Listed[] }>("auditor", "/units");
  const listed = items.map((unit) => `${unit.name} ${unit.side} ${unit.contacts[0]?.email}`);
  const entered = units.map((unit) => `${unit.name} ${unit.side} ${unit.contact}`);
  expect(listed.toSorted()).toEqual(entered.toSorted());
}

/** The template's columns, for the sheets that follow. */
export async function readTemplate(story: FindingStory): Promise<readonly string[]> {
  const { bytes, headers } = await story.files.fetches("contractManager", "/findings/template.xlsx");
  expect(headers.get("content-disposition")).toContain(encodeURIComponent("隐患导入模板_2026-01-19.xlsx"));
  const [head = [], example = []] = await readRows(bytes);
  const header = head.map(String);
  expect(header).toHaveLength(7);
  expect(String(example[0])).toContain("不会导入");
  const words = (await readRows(bytes, 2)).flat();
  expect(words).toEqual(expect.arrayContaining(units.map(({ name }) => name)));
  return header;
}

/** A sheet with six faults is refused with all of them, in earnest as in a dry run, and so is a whole one from others. */
export async function refuseFaults(story: FindingStory, header: readonly string[]): Promise<void> {
  const { changesNothing, sees } = story.steps;
  const sheet = await workbookOf(header, rowsWithFaults());
  const refusal = {
    ...invalid,
    zh: "表中有 6 处错误，未导入任何隐患",
    paths: [
      "/rows/6/severity",
      "/rows/10/unit",
      "/rows/13/dueOn",
      "/rows/21/demand",
      "/rows/45/dueOn",
      "/rows/32/title",
    ],
  };
  await changesNothing(async () => {
    for (const dryRun of [true, false]) {
      const request = `POST /findings/import?dryRun=${dryRun}`;
      await story.files.refusesUpload("contractManager", request, sheet, refusal);
    }
    const words = [
      "第6行“严重程度”须为严重、高、中、低之一，现为“紧急”",
      "第13行“要求反馈日期”2026-01-16 已过，须为今天（2026-01-19）或以后",
      "第32行与第31行重复",
    ];
    for (const zh of words)
      await story.files.refusesUpload("contractManager", "POST /findings/import", sheet, { ...refusal, zh });
    const whole = await workbookOf(header, rows);
    await story.files.refusesUpload("auditor", "POST /findings/import", whole, forbidden);
    await story.files.refusesUpload("finance", "POST /findings/import", whole, forbidden);
    await story.files.refusesUpload(
      "contractManager",
      "POST /findings/import",
      { ...whole, type: "text/csv" },
      invalid,
    );
  });
  expect(await sees("auditor", "/findings")).toMatchObject({ items: [] });
  expect(await owedOf(story.steps, "finding.")).toEqual([]);
}

/** A dry run shows what is handed out after it, and the same request again hands out nothing more. */
export async function importSheet(story: FindingStory, header: readonly string[]): Promise<void> {
  const { sees, changesNothing, goTo } = story.steps;
  goTo("2026-01-20");
  const sheet = await workbookOf(header, rows);
  const imports = async (query: string, key?: string) => {
    const answer = await story.files.send("contractManager", `POST /findings/import${query}`, sheet, key);
    expect(answer.status).toBe(200);
    const replayed = answer.headers.get("idempotency-replayed");
    return { replayed, body: (await answer.json()) as { findings: { id: string; row: number }[] } };
  };
  await changesNothing(async () => {
    const shown = (await imports("?dryRun=true")).body;
    expect(shown).toMatchObject({ dryRun: true, batchId: null, count: 60 });
    expect(shown.findings[59]).toMatchObject({ row: 61, id: null, unit: "驻场运维组", dueOn: secondDay });
  });
  const { body } = await imports("", "scan-2026-01");
  expect(body).toMatchObject({ dryRun: false, count: 60 });
  story.ids.push(...body.findings.map(({ id }) => id));
  await changesNothing(async () => {
    expect(await imports("", "scan-2026-01")).toEqual({ replayed: "true", body });
  });
  expect(await story.overviewOf("auditor")).toMatchObject({
    total: { total: 60, open: 60, answered: 0, approved: 0, closed: 0, overdue: 0 },
    bySeverity: { critical: { total: 15 }, high: { total: 15 }, medium: { total: 15 }, low: { total: 15 } },
  });
  const { byUnit } = await story.overviewOf("vendor");
  expect(byUnit.map(({ name, counts }) => `${name} ${counts.total}`).toSorted()).toEqual(
    ["网络安全支队 26", "科技信息化处 14", "指挥中心 8", "测评项目组 8", "驻场运维组 4"].toSorted(),
  );
  const { items } = await sees<{ items: Finding[] }>("auditor", "/findings?limit=200");
  expect(items.map(({ number, title, dueOn }) => [number, title, dueOn])).toEqual(
    rows.map(([title, , , , , , dueOn], at) => [at + 1, title, dueOn]),
  );
  expect(items[0]).toMatchObject({ severity: "critical", system: "业务系统01", detail: "扫描报告已附" });
}

/** Nine obligations for sixty findings, three of them the vendor's. */
export async function expectTallies(story: FindingStory): Promise<void> {
  const owed = await owedOf(story.steps, "finding.");
  const named = shares.map(([unit, day, many]) => ({
    key: story.keyOf(unit, day),
    title: `隐患整改反馈：${unit}（${many}项）`,
    dueOn: day,
    findings: { open: many, answered: 0, approved: 0, closed: 0 },
  }));
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  const plain = owed.map(({ key, title, dueOn, findings }) => ({ key, title: title.zh, dueOn, findings }));
  expect(plain.toSorted(byKey)).toEqual(named.toSorted(byKey));
  const partner = await story.steps.sees<{ items: { key: string; debtor: string }[] }>(
    "vendor",
    "/v1/partner/obligations?kind=finding&limit=200",
  );
  expect(partner.items).toHaveLength(9);
  expect(partner.items.filter(({ debtor }) => debtor === "vendor")).toHaveLength(3);
}
