import type { Instant } from "../civil-date/index.ts";
import type { ResponseLimit } from "../date-rule/index.ts";
import type { IncidentInstants } from "./incident.ts";

/** A step 处置环节 of an incident that a limit of its service may ask for. */
export type IncidentStep = NonNullable<ResponseLimit["step"]>;

/**
 * When an incident reached a step: by its own instant, else by the next later one. Who is on site has answered, and what has
 * recovered needs nobody on site any more.
 */
export function reachedAt(
  { respondedAt, onSiteAt, recoveredAt }: Omit<IncidentInstants, "happenedAt" | "reportedAt">,
  step: IncidentStep,
): Instant | undefined {
  switch (step) {
    case "responded":
      return respondedAt ?? onSiteAt ?? recoveredAt;
    case "onSite":
      return onSiteAt ?? recoveredAt;
    case "recovered":
      return recoveredAt;
  }
}
