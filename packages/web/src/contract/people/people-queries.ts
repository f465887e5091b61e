import { queryOptions } from "@tanstack/react-query";
import type { InferRequestType, InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

export type People = InferResponseType<(typeof ofContract.people)["$get"], 200>;
export type Person = People["roster"][number];
export type StaffChange = People["changes"][number];
export type Absence = People["absences"][number];
export type Newcomer = Pick<Person, "name" | "role" | "key" | "qualifications">;
export type Qualification = Person["qualifications"][number];

type Body<Ask> = InferRequestType<Ask> extends { readonly json: infer Json } ? Json : never;

/** The vendor's people of a contract, as either side has them. */
export function contractPeople(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "people"],
    queryFn: () =>
      place.side === "agency"
        ? read(ofContract.people.$get({ param: { contractId } }))
        : read(ofPartner.people.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
}

const header = {};

export function enterPerson(place: Place, json: Body<(typeof ofContract.people)["$post"]>): Promise<unknown> {
  const { contractId } = place;
  return place.side === "agency"
    ? read(ofContract.people.$post({ param: { contractId }, header, json }))
    : read(ofPartner.people.$post({ param: { contractId, agencyId: place.agencyId }, header, json }));
}

const person = ofContract.people[":personId"];
const partnerPerson = ofPartner.people[":personId"];

export function correctPerson(
  place: Place,
  personId: string,
  json: Body<(typeof person.corrections)["$post"]>,
): Promise<unknown> {
  const param = { contractId: place.contractId, personId };
  return place.side === "agency"
    ? read(person.corrections.$post({ param, header, json }))
    : read(partnerPerson.corrections.$post({ param: { ...param, agencyId: place.agencyId }, header, json }));
}

export function fileAgreement(
  place: Place,
  personId: string,
  json: Body<(typeof person.agreement)["$post"]>,
): Promise<unknown> {
  const param = { contractId: place.contractId, personId };
  return place.side === "agency"
    ? read(person.agreement.$post({ param, header, json }))
    : read(partnerPerson.agreement.$post({ param: { ...param, agencyId: place.agencyId }, header, json }));
}

const changes = ofContract["staff-changes"];
const partnerChanges = ofPartner["staff-changes"];

export function askStaffChange(place: Place, json: Body<(typeof changes)["$post"]>): Promise<unknown> {
  const { contractId } = place;
  return place.side === "agency"
    ? read(changes.$post({ param: { contractId }, header, json }))
    : read(partnerChanges.$post({ param: { contractId, agencyId: place.agencyId }, header, json }));
}

const change = changes[":changeId"];
const partnerChange = partnerChanges[":changeId"];

export function carryOutStaffChange(
  place: Place,
  changeId: string,
  json: Body<(typeof change.replacement)["$post"]>,
): Promise<unknown> {
  const param = { contractId: place.contractId, changeId };
  return place.side === "agency"
    ? read(change.replacement.$post({ param, header, json }))
    : read(partnerChange.replacement.$post({ param: { ...param, agencyId: place.agencyId }, header, json }));
}

export function withdrawStaffChange(place: Place, changeId: string, reason: string): Promise<unknown> {
  const param = { contractId: place.contractId, changeId };
  const json = { reason };
  return place.side === "agency"
    ? read(change.withdrawal.$post({ param, header, json }))
    : read(partnerChange.withdrawal.$post({ param: { ...param, agencyId: place.agencyId }, header, json }));
}
