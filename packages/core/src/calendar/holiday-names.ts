import type { Text } from "../text/index.ts";

export const newYear: Text = { zh: "元旦", en: "New Year's Day" };
export const springFestival: Text = { zh: "春节", en: "Spring Festival" };
export const qingming: Text = { zh: "清明节", en: "Qingming Festival" };
export const labourDay: Text = { zh: "劳动节", en: "Labour Day" };
export const dragonBoat: Text = { zh: "端午节", en: "Dragon Boat Festival" };
export const midAutumn: Text = { zh: "中秋节", en: "Mid-Autumn Festival" };
export const nationalDay: Text = { zh: "国庆节", en: "National Day" };
export const nationalDayAndMidAutumn: Text = {
  zh: "国庆节、中秋节",
  en: "National Day and Mid-Autumn Festival",
};
