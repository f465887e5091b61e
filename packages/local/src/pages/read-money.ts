import type { ApiReader } from "./api-reader.ts";
import type {
  AgencyLine,
  ContractMoney,
  InvoiceView,
  LineDetail,
  MoneyLine,
  PartnerLine,
  PaymentsView,
} from "./money-views.ts";

/** The money of a contract for its agency; a payment that has moved, or is being made, is read with its requests. */
export async function readAgencyMoney(api: ApiReader, base: string): Promise<ContractMoney | undefined> {
  const [payments, invoices] = await Promise.all([
    api.get<PaymentsView<AgencyLine>>(`${base}/payments`),
    readInvoices(api, base),
  ]);
  if (payments === undefined) return undefined;
  const items = await Promise.all(
    payments.items.map(async (line): Promise<MoneyLine> => {
      const { paid, deducted } = line.balance;
      const moved = line.underWay !== null || paid !== "0.00" || deducted !== "0.00";
      const detail = moved
        ? await api.get<LineDetail>(`${base}/payments/${encodeURIComponent(line.of)}`)
        : undefined;
      return {
        ...line,
        movements: detail === undefined ? [] : listMovements(detail),
        underWay: detail?.payments.find(({ id }) => id === line.underWay?.id),
        invoices: invoices.filter(({ of }) => of === line.of),
        takesInvoice: false,
      };
    }),
  );
  return { ...payments, items };
}

/** The money of a contract for its vendor: a request is the agency's own matter until it is paid. */
export async function readPartnerMoney(api: ApiReader, base: string): Promise<ContractMoney | undefined> {
  const [payments, invoices] = await Promise.all([
    api.get<PaymentsView<PartnerLine>>(`${base}/payments`),
    readInvoices(api, base),
  ]);
  if (payments === undefined) return undefined;
  const items = payments.items.map(
    (line): MoneyLine => ({
      ...line,
      movements: line.balance.movements,
      underWay: undefined,
      invoices: invoices.filter(({ of }) => of === line.of),
      takesInvoice: line.invoice !== null || line.of === "overrun" || line.of === "settlement",
    }),
  );
  return { ...payments, items };
}

async function readInvoices(api: ApiReader, base: string): Promise<readonly InvoiceView[]> {
  const found = await api.get<{ items: readonly InvoiceView[] }>(`${base}/invoices`);
  return (found?.items ?? []).toReversed();
}

/** What has moved, with the request that moved it: the event of a payment has its id, a set-off's begins with it. */
function listMovements({ balance, payments }: LineDetail): MoneyLine["movements"] {
  return balance.movements.map((movement) => {
    const { eventId = "" } = movement;
    const payment = payments.find(({ id }) => eventId === id || eventId.startsWith(`${id}_`));
    return payment === undefined ? movement : { ...movement, payment };
  });
}
