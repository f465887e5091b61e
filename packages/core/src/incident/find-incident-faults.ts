import { type Instant, toEpochMs } from "../civil-date/index.ts";
import { computedFacts, type ContractTerms, decimalSchema } from "../contract/index.ts";
import type { Fault } from "../error/index.ts";
import type { Text } from "../text/index.ts";
import type { Incident, IncidentFacts, IncidentInstants } from "./incident.ts";

type Entered = Pick<Incident, "service" | "kind" | "facts"> & IncidentInstants;

const instantNames: Readonly<Record<keyof IncidentInstants, Text>> = {
  happenedAt: { zh: "发生", en: "happened" },
  reportedAt: { zh: "报告", en: "reported" },
  respondedAt: { zh: "响应", en: "responded to" },
  onSiteAt: { zh: "到场", en: "on site" },
  recoveredAt: { zh: "恢复", en: "recovered" },
};

/**
 * What is wrong with an incident as it is entered: a service that has no clocks, a kind or a fact that the contract does not
 * know, a figure where a yes or no is asked, instants that are still to come or before those that they follow. An incident
 * may be answered and over before it is reported: who watches sees it first. Nobody answers, arrives or recovers before it
 * happened, and who is on site has answered.
 */
export function findIncidentFaults(entered: Entered, terms: ContractTerms, now: Instant): Fault[] {
  return [
    ...findServiceFaults(entered, terms),
    ...findKindFaults(entered, terms),
    ...findFactFaults(entered.facts, terms),
    ...findInstantFaults(entered, now),
  ];
}

function findServiceFaults({ service }: Entered, { services = [] }: ContractTerms): Fault[] {
  if (service === undefined) return [];
  if (services.some(({ key, schedule }) => key === service && schedule.schedule === "onDemand")) return [];
  const reason = { zh: `“${service}”不是按需服务`, en: `${service} is no service on demand` };
  return [{ path: "/service", reason }];
}

function findKindFaults({ kind }: Entered, { incidents }: ContractTerms): Fault[] {
  if (kind === undefined || incidents?.kinds?.some(({ key }) => key === kind) === true) return [];
  return [
    {
      path: "/kind",
      reason: { zh: `合同没有事件种类“${kind}”`, en: `the contract has no kind of incident ${kind}` },
    },
  ];
}

function findFactFaults(given: IncidentFacts, { incidents }: ContractTerms): Fault[] {
  const known = new Map((incidents?.facts ?? []).map((fact) => [fact.key, fact]));
  return Object.entries(given).flatMap(([key, value]): Fault[] => {
    const path = `/facts/${key}`;
    const fact = known.get(key);
    if (fact === undefined) {
      const computed = computedFacts.some((each) => each === key);
      const reason = computed
        ? { zh: "由系统按时刻和日历得出，不须填写", en: "follows from the instants and the calendar" }
        : { zh: `合同没有事件事实“${key}”`, en: `the contract asks for no fact ${key}` };
      return [{ path, reason }];
    }
    const fits =
      fact.unit === undefined ? typeof value === "boolean" : decimalSchema.safeParse(value).success;
    if (fits) return [];
    const reason =
      fact.unit === undefined
        ? { zh: "请填是或否", en: "a yes or a no (true or false)" }
        : { zh: `请填数值，单位${fact.unit}`, en: `a figure in ${fact.unit}, as a decimal string` };
    return [{ path, reason }];
  });
}

/** Which instants one may not come before. */
const follows: readonly (readonly [keyof IncidentInstants, keyof IncidentInstants])[] = [
  ["reportedAt", "happenedAt"],
  ["respondedAt", "happenedAt"],
  ["onSiteAt", "happenedAt"],
  ["onSiteAt", "respondedAt"],
  ["recoveredAt", "happenedAt"],
];

function findInstantFaults(instants: IncidentInstants, now: Instant): Fault[] {
  const names = ["happenedAt", "reportedAt", "respondedAt", "onSiteAt", "recoveredAt"] as const;
  const future = names.flatMap((name): Fault[] => {
    const at = instants[name];
    return at === undefined || toEpochMs(at) <= toEpochMs(now)
      ? []
      : [{ path: `/${name}`, reason: { zh: "时刻晚于现在", en: "the instant is still to come" } }];
  });
  const disorder = follows.flatMap(([later, earlier]): Fault[] => {
    const [at, after] = [instants[later], instants[earlier]];
    if (at === undefined || after === undefined || toEpochMs(at) >= toEpochMs(after)) return [];
    const reason = {
      zh: `“${instantNames[later].zh}”早于“${instantNames[earlier].zh}”`,
      en: `${instantNames[later].en} before it was ${instantNames[earlier].en}`,
    };
    return [{ path: `/${later}`, reason }];
  });
  return [...future, ...disorder];
}
