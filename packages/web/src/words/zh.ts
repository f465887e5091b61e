import { budget } from "./zh/budget.ts";
import { contract } from "./zh/contract.ts";
import { entry } from "./zh/entry.ts";
import { finding } from "./zh/finding.ts";
import { amendments } from "./zh/amendments.ts";
import { life } from "./zh/life.ts";
import { lists } from "./zh/lists.ts";
import { money } from "./zh/money.ts";
import { notices } from "./zh/notices.ts";
import { office } from "./zh/office.ts";
import { risk } from "./zh/risk.ts";
import { people } from "./zh/people.ts";
import { score } from "./zh/score.ts";
import { settings } from "./zh/settings.ts";
import { shell } from "./zh/shell.ts";
import { work } from "./zh/work.ts";

/** The words of the pages in Chinese. */
export const zh = {
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
