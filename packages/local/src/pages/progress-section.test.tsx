import { describe, expect, it } from "vitest";
import type { View } from "./frame.tsx";
import { listDemoSeats } from "./person.ts";
import { ProgressSection } from "./progress-section.tsx";
import type { Refusal } from "./row-form.tsx";
import { owed, progressRow, submission } from "./sample-work.ts";
import { listWorkLines } from "./work-lines.ts";
import type { ProgressRowView, SubmissionView } from "./work-views.ts";

function viewAs(role: string, language: "zh" | "en" = "zh"): View {
  const person = listDemoSeats().find(({ roles }) => (roles[0] ?? "vendor") === role);
  return { language, today: "2026-05-12", person, path: "/contracts/ctr_1/work" };
}

const quota = { count: 6, done: 1, atMost: false, pace: null };

function render(
  view: View,
  part: Partial<ProgressRowView> = {},
  submissions: readonly SubmissionView[] = [],
  refused?: Refusal,
  running = true,
): string {
  const lines = listWorkLines([progressRow(part)], [owed({ quota })], submissions);
  return String(
    <ProgressSection view={view} lines={lines} base="/contracts/ctr_1" running={running} refused={refused} />,
  );
}

const words = (html: string) => html.replaceAll(/<[^>]+>/g, "");

describe("the progress of a contract on its page", () => {
  it("shows done of owed, what is in check and overdue, in words as in the bar", () => {
    const html = render(viewAs("auditor"), { done: 2, overdue: 1 }, [submission({})]);
    expect(words(html)).toContain("2 / 6次");
    for (const legend of ["已完成 2", "待核验 1", "逾期 1", "待完成 2"])
      expect(words(html)).toContain(legend);
    const widths = [...html.matchAll(/<rect x="\d+" y="0" width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.slice(1).reduce((sum, width) => sum + width, 0)).toBeGreaterThan(990);
  });

  it("says why the pace is behind, days used of those agreed, and head-counts", () => {
    const pace = { state: "behind", why: { zh: "应完成3次", en: "3 expected" } } as const;
    const lines = listWorkLines(
      [
        progressRow({
          service: {
            records: 2,
            days: { used: 33, agreed: 30 },
            people: { least: 30, sum: 64 },
            lastPerformedOn: "2026-05-01",
          },
        }),
      ],
      [owed({ quota: { ...quota, pace } })],
      [],
    );
    const html = String(
      <ProgressSection view={viewAs("auditor")} lines={lines} base="" running={true} refused={undefined} />,
    );
    expect(words(html)).toContain("进度落后：应完成3次");
    expect(words(html)).toContain(
      "记录 2 份 · 最近一次 2026-05-01 · 已用 33/30 天 · 累计 64 人，每次不少于 30 人",
    );
    expect(html).toContain('class="standing bad">记录 2 份');
  });

  it("lets the vendor hand in and take back, the agency's checkers accept and return, and nobody else", () => {
    const roles = ["administrator", "contractManager", "finance", "acceptor", "auditor", "vendor"];
    const may = (text: string) =>
      roles.filter((role) => render(viewAs(role), {}, [submission({})]).includes(text));
    expect(may("sub_1/acceptance")).toEqual(["contractManager", "acceptor"]);
    expect(may("sub_1/return")).toEqual(["contractManager", "acceptor"]);
    expect(may("sub_1/withdrawal")).toEqual(["vendor"]);
    expect(may("multipart/form-data")).toEqual(["vendor"]);
    for (const role of roles) {
      expect(render(viewAs(role), {}, [submission({})], undefined, false)).not.toContain("<form");
    }
  });

  it("leaves the check of what an agency's own person has entered to somebody else", () => {
    const person = viewAs("acceptor").person?.name ?? "";
    const own = submission({ submittedBy: "buyer", submitter: person });
    expect(render(viewAs("acceptor"), {}, [own])).toContain("须由他人核验");
    expect(render(viewAs("acceptor"), {}, [own])).not.toContain("sub_1/acceptance");
    expect(render(viewAs("contractManager"), {}, [own])).toContain("sub_1/acceptance");
  });

  it("asks for the reason only once something was refused for what it falls short of, and shows each place", () => {
    expect(render(viewAs("acceptor"), {}, [submission({})])).not.toContain('name="despite"');
    const refused = {
      form: "submissions/sub_1/acceptance",
      detail: "有1处不符合约定",
      faults: [{ path: "/services/0/people", text: "29人，约定不少于30人" }],
      values: {},
    };
    const html = render(viewAs("acceptor"), {}, [submission({})], refused);
    expect(html).toContain('name="despite"');
    expect(words(html)).toContain("有1处不符合约定：29人，约定不少于30人");
  });

  it("has the next version keep the facts of the one that was returned", () => {
    const back = submission({ state: "returned", reason: "缺页", performedOn: "2026-05-06", quantity: 2 });
    const html = render(viewAs("vendor"), {}, [back]);
    expect(html).toContain('name="replaces" value="sub_1"');
    expect(html).toContain('name="performedOn" value="2026-05-06"');
    expect(html).toContain('name="quantity" value="2"');
    expect(words(html)).toContain("退回理由：缺页");
    const instance = render(viewAs("vendor"), {}, [submission({ ...back, of: "service.scan.2026-05" })]);
    expect(instance).not.toContain('name="quantity"');
  });

  it("says what comes next where the terms name nothing, and where nothing waits", () => {
    const none = (
      <ProgressSection view={viewAs("auditor")} lines={[]} base="" running={true} refused={undefined} />
    );
    expect(String(none)).toContain("合同条款没有列出服务、交付物或报告");
    expect(render(viewAs("auditor"))).toContain("没有待核验、退回或逾期的内容");
  });
});
