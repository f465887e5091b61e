/** A place in the product that somebody signs in to 席位: a member's of an agency, a vendor's person's, the operator's. */
export type Seat =
  | { readonly kind: "member"; readonly tenantId: string; readonly subject: string }
  | { readonly kind: "partner"; readonly subject: string }
  | { readonly kind: "operator"; readonly subject: string };

/** A seat as one text, other than that of any other seat. */
export function seatKey(seat: Seat): string {
  return seat.kind === "member" ? `member/${seat.tenantId}/${seat.subject}` : `${seat.kind}/${seat.subject}`;
}
