import type { ApiReader } from "./api-reader.ts";
import type {
  AgencyLine,
  ContractMoney,
  InvoiceView,
  LineDetail,
  MoneyLine,
  PartnerLine,
  PaymentsView,
  RequestView,
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

/** Each payment with its voucher, where one request was paid on that day with that amount. */
function listMovements({ balance, payments }: LineDetail): MoneyLine["movements"] {
  return balance.movements.map((movement) => {
    const voucher = payments.find((payment) => isMovement(payment, movement))?.paid?.voucher;
    return movement.kind === "paid" && voucher !== undefined ? { ...movement, voucher } : movement;
  });
}

function isMovement(
  { paid, amount }: RequestView,
  movement: LineDetail["balance"]["movements"][number],
): boolean {
  return paid?.on === movement.on && amount === movement.amount;
}
