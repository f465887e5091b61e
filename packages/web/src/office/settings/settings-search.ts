export const settingParts = ["agency", "machines", "keys"] as const;
export type SettingPart = (typeof settingParts)[number];

/** The part of the agency's settings that an address names. */
export function readSettingsSearch(search: Record<string, unknown>): { part?: SettingPart } {
  const part = settingParts.find((each) => each === search["part"]);
  return part === undefined ? {} : { part };
}
