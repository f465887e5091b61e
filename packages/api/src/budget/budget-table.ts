import type { BudgetFigures, BudgetNeeds, BudgetReport, Need } from "@luyue/core/budget";
import { addDays, type CivilDate } from "@luyue/core/civil-date";
import type { Language, Text } from "@luyue/core/text";
import type { Cell, Column, Sheet, Table } from "../spreadsheet/index.ts";

/** The columns of figures, in the order in which they stand. */
const figureNames: readonly (readonly [keyof BudgetFigures, Text])[] = [
  ["planned", { zh: "计划金额", en: "Planned" }],
  ["due", { zh: "到期未付", en: "Due" }],
  ["upcoming", { zh: "未到期", en: "Not due yet" }],
  ["paid", { zh: "已付（扣除退款）", en: "Paid less refunds" }],
  ["deducted", { zh: "已抵扣", en: "Deducted" }],
  ["released", { zh: "不再支付", en: "Released" }],
  ["overpaid", { zh: "多付", en: "Overpaid" }],
  ["paidInYear", { zh: "当年付款", en: "Paid in the year" }],
  ["refundedInYear", { zh: "当年退款", en: "Refunded in the year" }],
];

const undated: Text = { zh: "未定", en: "undated" };

/** The budget as sheets: contracts by fiscal year, fiscal years with the total, and what is needed by when. */
export function budgetTable(report: BudgetReport, language: Language): Table {
  return {
    sheets: [contractSheet(report, language), yearSheet(report, language), needSheet(report, language)],
  };
}

function contractSheet({ rows }: BudgetReport, language: Language): Sheet {
  return {
    name: { zh: "合同明细", en: "Contracts" }[language],
    columns: [
      yearColumn(language),
      { header: { zh: "合同编号", en: "Contract number" }[language], kind: "text" },
      { header: { zh: "合同名称", en: "Contract" }[language], kind: "text", width: 40 },
      { header: { zh: "供应商", en: "Vendor" }[language], kind: "text", width: 32 },
      ...figureColumns(language),
    ],
    rows: rows.map((row) => [
      row.fiscalYear ?? undated[language],
      row.contractNumber,
      row.contractName,
      row.vendorName,
      ...figureCells(row),
    ]),
  };
}

function yearSheet({ years, total }: BudgetReport, language: Language): Sheet {
  return {
    name: { zh: "年度汇总", en: "Years" }[language],
    columns: [yearColumn(language), ...figureColumns(language)],
    rows: [
      ...years.map((year) => [year.fiscalYear ?? undated[language], ...figureCells(year)]),
      [{ zh: "合计", en: "Total" }[language], ...figureCells(total)],
    ],
  };
}

function needSheet({ needs, asOf }: BudgetReport, language: Language): Sheet {
  return {
    name: { zh: "资金需求", en: "Needs" }[language],
    columns: [
      { header: { zh: "期间", en: "Period" }[language], kind: "text" },
      { header: { zh: "自", en: "From" }[language], kind: "date" },
      { header: { zh: "至", en: "To" }[language], kind: "date" },
      { header: { zh: "金额", en: "Amount" }[language], kind: "money" },
      { header: { zh: "其中条件未满足", en: "Of it, held by a gate" }[language], kind: "money" },
      { header: { zh: "笔数", en: "Payments" }[language], kind: "integer" },
    ],
    rows: [...listPeriods(needs, asOf), ...listMonths(needs)].map(({ title, from, to, need }) => [
      title[language],
      from,
      to,
      need.amount,
      need.held,
      need.payments,
    ]),
  };
}

/** A line of the sheet of needs; dates inclusive. */
interface NeedLine {
  readonly title: Text;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly need: Need;
}

function listPeriods(needs: BudgetNeeds, asOf: CivilDate): NeedLine[] {
  const within = (days: number, need: Need): NeedLine => ({
    title: { zh: `未来${days}日`, en: `next ${days} days` },
    from: asOf,
    to: addDays(asOf, days),
    need,
  });
  return [
    { title: { zh: "已逾期", en: "overdue" }, from: null, to: addDays(asOf, -1), need: needs.overdue },
    within(30, needs.within30),
    within(60, needs.within60),
    within(90, needs.within90),
    { title: { zh: "90日以后", en: "later" }, from: addDays(asOf, 91), to: null, need: needs.later },
    { title: { zh: "日期未定", en: "undated" }, from: null, to: null, need: needs.undated },
  ];
}

function listMonths({ byMonth }: BudgetNeeds): NeedLine[] {
  return byMonth.map(({ month, from, to, ...need }) => ({
    title: { zh: `${month.slice(0, 4)}年${Number(month.slice(5))}月`, en: month },
    from,
    to,
    need,
  }));
}

function yearColumn(language: Language): Column {
  return { header: { zh: "财政年度", en: "Fiscal year" }[language], kind: "integer" };
}

function figureColumns(language: Language): Column[] {
  return figureNames.map(([, title]) => ({ header: title[language], kind: "money" }));
}

function figureCells(figures: BudgetFigures): Cell[] {
  return figureNames.map(([name]) => figures[name]);
}
