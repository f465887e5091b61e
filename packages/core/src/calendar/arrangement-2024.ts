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

/** 国办发明电〔2023〕7号 of the General Office of the State Council. */
export const arrangement2024: Arrangement = {
  year: 2024,
  source: {
    title: "国务院办公厅关于2024年部分节假日安排的通知",
    document: "国办发明电〔2023〕7号",
    publishedOn: "2023-10-25",
  },
  holidays: [
    { name: newYear, from: "2024-01-01", to: "2024-01-01" },
    { name: springFestival, from: "2024-02-10", to: "2024-02-17" },
    { name: qingming, from: "2024-04-04", to: "2024-04-06" },
    { name: labourDay, from: "2024-05-01", to: "2024-05-05" },
    { name: dragonBoat, from: "2024-06-10", to: "2024-06-10" },
    { name: midAutumn, from: "2024-09-15", to: "2024-09-17" },
    { name: nationalDay, from: "2024-10-01", to: "2024-10-07" },
  ],
  makeUpDays: [
    "2024-02-04",
    "2024-02-18",
    "2024-04-07",
    "2024-04-28",
    "2024-05-11",
    "2024-09-14",
    "2024-09-29",
    "2024-10-12",
  ],
};
