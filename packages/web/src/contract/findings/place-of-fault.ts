const columns = ["title", "severity", "system", "detail", "demand", "unit", "dueOn"] as const;

export interface FaultPlace {
  readonly row?: number;
  /** What is to be mended: a column's cell, the row of headers, or the sheet as a whole. */
  readonly what: (typeof columns)[number] | "headers" | "sheet";
}

/** Where in a sheet a fault is, by its pointer: `/rows/12/severity`, `/columns/3`; undefined where it is about something else. */
export function placeOfFault(path: string): FaultPlace | undefined {
  const [, kind, at, name] = /^\/(rows|columns)(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? [];
  if (kind === undefined) return undefined;
  if (kind === "columns") return { row: 1, what: "headers" };
  if (at === undefined) return { what: "sheet" };
  return { row: Number(at), what: columns.find((each) => each === name) ?? "sheet" };
}
