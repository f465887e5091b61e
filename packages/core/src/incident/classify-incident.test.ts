import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import { addMinutes } from "../civil-date/index.ts";
import type { IncidentTerms } from "../contract/index.ts";
import { classifyIncident } from "./classify-incident.ts";
import type { Incident } from "./incident.ts";
import { sampleIncident } from "./sample-incident.ts";

const title = { zh: "某项", en: "item" };
const calendar = createCalendar({
  keyPeriods: [
    { key: "autumn", name: { zh: "秋季重保", en: "autumn" }, from: "2026-09-11", to: "2026-09-12" },
  ],
});
const happenedAt = "2026-09-10T09:00:00+08:00";
const after = (minutes: number) => addMinutes(happenedAt, minutes);

/** Grave: over 2 h, or 10 people in a key period; slight: an outage of at most 2 h. */
const terms: IncidentTerms = {
  kinds: [{ key: "outage", title }],
  facts: [
    { key: "people", title: { zh: "人数", en: "people" }, unit: "人" },
    { key: "noticed", title: { zh: "被通报", en: "noticed" } },
  ],
  classes: [
    {
      key: "grave",
      title,
      grounds: [
        { key: "long", title, all: [{ fact: "duration", bound: "moreThan", value: "2" }] },
        {
          key: "key",
          title,
          all: [
            { fact: "people", bound: "atLeast", value: "10" },
            { fact: "key-period", is: true },
          ],
        },
      ],
    },
    {
      key: "slight",
      title,
      grounds: [
        {
          key: "outage",
          title,
          kind: "outage",
          all: [
            { fact: "duration", bound: "atMost", value: "2" },
            {
              any: [
                { fact: "noticed", is: true },
                { fact: "people", bound: "moreThan", value: "0" },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const classify = (incident: Incident, now = after(100_000)) =>
  classifyIncident(terms, incident, calendar, now);

describe("the class that facts come to", () => {
  it("is the gravest with a ground that holds, and names the ground", () => {
    const happened = "2026-09-11T09:00:00+08:00";
    const recoveredAt = "2026-09-11T11:00:00+08:00";
    const both = sampleIncident({
      kind: "outage",
      happenedAt: happened,
      recoveredAt,
      facts: { noticed: true },
    });
    expect(classify(both)).toMatchObject({ class: "slight", ground: "outage", open: ["people"] });
    const facts = { noticed: true, people: "9.99" };
    expect(classify({ ...both, facts })).toMatchObject({ class: "slight", ground: "outage", open: [] });
    expect(classify({ ...both, facts: { people: "10" } })).toMatchObject({ class: "grave", ground: "key" });
  });

  it.each([
    [7_200_000, "slight"],
    [7_200_001, "grave"],
  ])("keeps to a bound to the thousandth of a second: %i ms are %s", (ms, level) => {
    const recoveredAt = new Date(Date.parse(happenedAt) + ms).toISOString();
    const facts = { noticed: false, people: "1" };
    expect(classify(sampleIncident({ kind: "outage", recoveredAt, facts })).class).toBe(level);
  });

  it.each([
    ["2026-09-11T00:00:00+08:00", true],
    ["2026-09-10T23:59:59+08:00", false],
    ["2026-09-10T16:00:00Z", true],
    ["2026-09-12T23:59:59+08:00", true],
    ["2026-09-13T00:00:00+08:00", false],
  ])("happened at %s, which lies in a key period: %s", (at, within) => {
    const each = sampleIncident({ happenedAt: at, recoveredAt: at, facts: { people: "10" } });
    const [, key] = classify(each).grounds;
    expect(key?.holds).toBe(within);
    const name = within ? "发生在重保时期（秋季重保）：是（要求是）" : "发生在重保时期：否（要求是）";
    expect(key?.conditions[1]?.text.zh).toBe(name);
  });

  it("is none where no ground can hold any more, although facts are missing", () => {
    const other = sampleIncident({ recoveredAt: after(10), kind: "intrusion" });
    expect(classify(other)).toMatchObject({ class: "none", open: [] });
  });

  it("is not known while facts could decide it, and says which", () => {
    const bare = classify(sampleIncident({ recoveredAt: after(10) }));
    expect(bare.class).toBeUndefined();
    expect(bare.open).toEqual(["kind", "noticed", "people"]);
    const [, key, outage] = bare.grounds;
    expect(key?.holds).toBe(false);
    expect(outage?.conditions.map(({ text, missing }) => [text.en, missing])).toEqual([
      ["the kind of incident is not given", ["kind"]],
      ["how long it lasted: 0.16 h (wanted: ≤ 2 h)", []],
      ["noticed: not given (wanted: yes), or people: not given (wanted: > 0 人)", ["noticed", "people"]],
    ]);
  });

  it("while it lasts, holds what time cannot turn any more and leaves the rest open", () => {
    const running = sampleIncident({ kind: "outage", facts: { people: "3" } });
    const early = classify(running, after(60));
    expect(early.class).toBeUndefined();
    expect(early.open).toEqual(["recoveredAt"]);
    expect(early.grounds[0]?.conditions[0]).toEqual({
      text: {
        zh: "持续时间（尚未恢复）：1 h（要求> 2 h）",
        en: "how long it has lasted so far: 1 h (wanted: > 2 h)",
      },
      missing: ["recoveredAt"],
    });
    expect(classify(running, after(120)).class).toBeUndefined();
    expect(classify(running, after(121))).toMatchObject({ class: "grave", ground: "long", open: [] });
    expect(classify(running, after(121)).grounds[2]?.holds).toBe(false);
  });

  it("is never less grave for lasting longer, and what it is at some time while it lasts it stays", () => {
    const minutes = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(minutes, minutes, (one, more) => {
        const running = sampleIncident({ kind: "outage", facts: { people: "3" } });
        const soon = classify(running, after(one)).class;
        const later = classify(running, after(one + more)).class;
        if (soon !== undefined) expect(later).toBe(soon);
        const over = classify({ ...running, recoveredAt: after(one + more) }, after(one + more)).class;
        if (later !== undefined) expect(over).toBe(later);
      }),
    );
  });
});
