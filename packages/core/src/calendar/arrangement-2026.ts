import type { Arrangement } from "./arrangement.ts";
import {
  dragonBoat,
  labourDay,
  midAutumn,
  nationalDay,
  newYear,
  qingming,
  springFestival,
} from "./holiday-names.ts";

/** 国办发明电〔2025〕7号 of the General Office of the State Council. */
export const arrangement2026: Arrangement = {
  year: 2026,
  source: {
    title: "国务院办公厅关于2026年部分节假日安排的通知",
    document: "国办发明电〔2025〕7号",
    publishedOn: "2025-11-04",
  },
  holidays: [
    { name: newYear, from: "2026-01-01", to: "2026-01-03" },
    { name: springFestival, from: "2026-02-15", to: "2026-02-23" },
    { name: qingming, from: "2026-04-04", to: "2026-04-06" },
    { name: labourDay, from: "2026-05-01", to: "2026-05-05" },
    { name: dragonBoat, from: "2026-06-19", to: "2026-06-21" },
    { name: midAutumn, from: "2026-09-25", to: "2026-09-27" },
    { name: nationalDay, from: "2026-10-01", to: "2026-10-07" },
  ],
  makeUpDays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
};
