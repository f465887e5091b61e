import { budget } from "./en/budget.ts";
import { contract } from "./en/contract.ts";
import { entry } from "./en/entry.ts";
import { finding } from "./en/finding.ts";
import { amendments } from "./en/amendments.ts";
import { life } from "./en/life.ts";
import { lists } from "./en/lists.ts";
import { money } from "./en/money.ts";
import { notices } from "./en/notices.ts";
import { office } from "./en/office.ts";
import { risk } from "./en/risk.ts";
import { people } from "./en/people.ts";
import { score } from "./en/score.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { work } from "./en/work.ts";
import type { Words } from "./words-of.ts";
import type { zh } from "./zh.ts";

/** The words of the pages in English. */
export const en: Words<typeof zh> = {
  ...shell,
  ...lists,
  ...contract,
  ...money,
  ...entry,
  ...office,
  ...work,
  ...score,
  ...settings,
  ...risk,
  ...finding,
  ...budget,
  ...people,
  ...notices,
  ...amendments,
  ...life,
};
