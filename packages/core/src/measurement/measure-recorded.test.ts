import { describe, expect, it } from "vitest";
import { sampleMeasurement } from "./sample-facts.ts";
import { take } from "./sample-take.ts";

describe("what people measure", () => {
  const up = (part: string, whole: string, more = {}) => sampleMeasurement({ part, whole, ...more });

  it("is the parts of the wholes, exactly", () => {
    const measurements = [up("43199", "43200"), up("44640", "44640", { id: "msr_2" })];
    const above = { bound: "moreThan", value: "99" } as const;
    expect(take("availability", above, {}, { measurements })).toMatchObject({ shown: "99.99", met: true });
    expect(take("availability", {}, {}, { measurements })).toMatchObject({ met: false });
    const edge = [up("99", "100")];
    expect(take("availability", above, {}, { measurements: edge })).toMatchObject({
      shown: "99",
      met: false,
    });
    expect(take("availability", { value: "99" }, {}, { measurements: edge })).toMatchObject({ met: true });
  });

  it("is of just that service which the bound is narrowed to, else of the contract as a whole", () => {
    const measurements = [
      up("98", "100"),
      up("99", "100", { id: "msr_2", of: "a" }),
      up("1", "1", { id: "msr_3", of: "b" }),
    ];
    const of = (service?: string) =>
      take("availability", service === undefined ? {} : { of: service }, {}, { measurements })?.shown;
    expect([of(), of("a"), of("b"), of("c")]).toEqual(["98", "99", "100", undefined]);
  });

  it("of which 99.996 % is shown as 99.99 and is not 100", () => {
    const measurements = [up("99996", "100000")];
    expect(take("availability", {}, {}, { measurements })).toMatchObject({ shown: "99.99", met: false });
  });

  it("leaves out what was taken back, and is nothing where nothing is left", () => {
    const withdrawn = { actorId: "u", name: "甲", at: "2027-05-01T10:00:00+08:00", reason: "误录" };
    const gone = up("1", "100", { id: "msr_2", withdrawn });
    expect(take("availability", {}, {}, { measurements: [up("100", "100"), gone] })).toMatchObject({
      met: true,
    });
    expect(take("availability", {}, {}, { measurements: [gone] })).toBeUndefined();
    expect(take("satisfaction", {}, {}, { measurements: [up("1", "1")] })).toBeUndefined();
  });

  it("is the sum of a count", () => {
    const count = (part: string, id: string) => sampleMeasurement({ id, measure: "major-incidents", part });
    const none = { bound: "atMost", value: "0", unit: "time" } as const;
    expect(take("major-incidents", none, {}, { measurements: [count("0", "1")] })).toMatchObject({
      met: true,
    });
    const two = [count("0", "1"), count("1", "2")];
    expect(take("major-incidents", none, {}, { measurements: two })).toMatchObject({
      shown: "1",
      met: false,
      why: { zh: "2026-05-01 至 2026-05-31 的2次计量，共 1" },
    });
  });
});
