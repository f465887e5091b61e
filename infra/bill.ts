/** What one tenant does in a month: 100 contracts of 100 obligations each, ten people at work, 22 working days. */
const usage = {
  /** 10 people × 22 days × 100 requests. */
  requests: 22_000,
  /** Session and member 3, and for three requests in ten a contract of 100 obligations read whole, 40. */
  readUnitsPerRequest: 15,
  /** One request in ten is a command: head, entry, obligations that moved, record, idempotency, in a transaction and two indexes. */
  writeUnitsPerRequest: 4,
  /** 10 000 obligations a year, five steps each. */
  reminders: 4_200,
  /** As `npm run -s bench -- reminders` counts them: the reminder put, claimed and settled, in two indexes. */
  writeUnitsPerReminder: 15,
  readUnitsPerReminder: 4,
  gigabytes: 0.5,
  fileGigabytes: 1,
} as const;

/** What is there whoever comes: a sweep every minute, alarms, metrics, a dashboard. */
const always = {
  sweeps: 43_200,
  sweepSeconds: 0.4,
  sweepReadUnits: 13,
  alarms: 25,
  metrics: 7,
  dashboards: 1,
} as const;

/** US dollars; on-demand list prices of one region, to be looked up for one's own. */
const prices = {
  writeUnits: 0.625e-6,
  readUnits: 0.125e-6,
  tableGigabyte: 0.25 + 0.2,
  fileGigabyte: 0.025,
  gatewayRequest: 1e-6,
  lambdaRequest: 0.2e-6,
  lambdaGigabyteSecond: 13.3334e-6,
  queueRequest: 0.4e-6,
  mail: 100e-6,
  logGigabyte: 0.57,
  alarm: 0.1,
  metric: 0.3,
  dashboard: 3,
} as const;

interface Bill {
  readonly table: number;
  readonly functions: number;
  readonly mail: number;
  readonly rest: number;
  readonly total: number;
}

/** The monthly bill for so many tenants, in US dollars. */
export function monthlyBill(tenants: number): Bill {
  const requests = tenants * usage.requests;
  const reminders = tenants * usage.reminders;
  const writes = requests * usage.writeUnitsPerRequest + reminders * usage.writeUnitsPerReminder;
  const reads =
    requests * usage.readUnitsPerRequest +
    reminders * usage.readUnitsPerReminder +
    always.sweeps * always.sweepReadUnits;
  const table =
    writes * prices.writeUnits + reads * prices.readUnits + tenants * usage.gigabytes * prices.tableGigabyte;
  const gigabyteSeconds = requests * 0.12 + always.sweeps * always.sweepSeconds + reminders * 0.3 * 0.5;
  const functions =
    gigabyteSeconds * prices.lambdaGigabyteSecond +
    (requests + reminders + always.sweeps) * prices.lambdaRequest;
  const mail = reminders * prices.mail;
  const rest =
    requests * prices.gatewayRequest +
    reminders * 4 * prices.queueRequest +
    requests * 1e-6 * prices.logGigabyte +
    tenants * usage.fileGigabytes * prices.fileGigabyte +
    always.alarms * prices.alarm +
    always.metrics * prices.metric +
    always.dashboards * prices.dashboard;
  return { table, functions, mail, rest, total: table + functions + mail + rest };
}
