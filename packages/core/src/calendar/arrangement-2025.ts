import type { Arrangement } from "./arrangement.ts";
import {
  dragonBoat,
  labourDay,
  nationalDayAndMidAutumn,
  newYear,
  qingming,
  springFestival,
} from "./holiday-names.ts";

/** 国办发明电〔2024〕12号 of the General Office of the State Council. */
export const arrangement2025: Arrangement = {
  year: 2025,
  source: {
    title: "国务院办公厅关于2025年部分节假日安排的通知",
    document: "国办发明电〔2024〕12号",
    publishedOn: "2024-11-12",
  },
  holidays: [
    { name: newYear, from: "2025-01-01", to: "2025-01-01" },
    { name: springFestival, from: "2025-01-28", to: "2025-02-04" },
    { name: qingming, from: "2025-04-04", to: "2025-04-06" },
    { name: labourDay, from: "2025-05-01", to: "2025-05-05" },
    { name: dragonBoat, from: "2025-05-31", to: "2025-06-02" },
    { name: nationalDayAndMidAutumn, from: "2025-10-01", to: "2025-10-08" },
  ],
  makeUpDays: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
};
