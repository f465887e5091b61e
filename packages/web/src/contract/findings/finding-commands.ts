import { read } from "../../client/api.ts";
import type { KeptFile } from "../../ui/command-dialog.tsx";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";

interface Said {
  readonly note?: string;
  readonly files: readonly KeptFile[];
}

const saidOf = ({ note, files }: Said) => ({
  ...(note === undefined ? {} : { note }),
  ...(files.length === 0 ? {} : { evidence: evidenceOf({}, files) }),
});

/** One answer to all of them or none. */
export function answerFindings(place: Place, ids: readonly string[], said: Said): Promise<unknown> {
  const { contractId } = place;
  const json = { findingIds: [...ids], ...saidOf(said) };
  return place.side === "agency"
    ? read(ofContract.findings.answers.$post({ param: { contractId }, header: {}, json }))
    : read(
        ofPartner.findings.answers.$post({
          param: { contractId, agencyId: place.agencyId },
          header: {},
          json,
        }),
      );
}

export function approveFindings(contractId: string, ids: readonly string[]): Promise<unknown> {
  return read(
    ofContract.findings.approvals.$post({
      param: { contractId },
      header: {},
      json: { findingIds: [...ids] },
    }),
  );
}

/** One re-test of all of them or none. */
export function retestFindings(
  place: Place,
  ids: readonly string[],
  { passed, ...said }: Said & { readonly passed: boolean },
): Promise<unknown> {
  const { contractId } = place;
  const json = { findingIds: [...ids], passed, ...saidOf(said) };
  return place.side === "agency"
    ? read(ofContract.findings.retests.$post({ param: { contractId }, header: {}, json }))
    : read(
        ofPartner.findings.retests.$post({
          param: { contractId, agencyId: place.agencyId },
          header: {},
          json,
        }),
      );
}
