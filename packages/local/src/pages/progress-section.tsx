import { bracket, say, type View } from "./frame.tsx";
import { ProgressLine } from "./progress-line.tsx";
import type { Refusal } from "./row-form.tsx";
import { keyOf, type WorkLine } from "./work-lines.ts";

/** How far the work of a contract is: what waits for the reader, then every service, deliverable and report by class. */
export function ProgressSection(props: {
  view: View;
  lines: readonly WorkLine[];
  base: string;
  running: boolean;
  refused: Refusal | undefined;
}) {
  const { view, lines, base, running, refused } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <>
      <h2 id="progress">{t("履约进度", "Progress")}</h2>
      {lines.length === 0 ? (
        <div class="list">
          <div class="empty">
            {t(
              "合同条款没有列出服务、交付物或报告。录入后，每一项的应交、已交、迟交和逾期会列在这里。",
              "The terms name no service, deliverable or report. Once they do, each stands here with what is owed, handed in, late and overdue.",
            )}
          </div>
        </div>
      ) : (
        <Waiting view={view} lines={lines} />
      )}
      {classesOf(lines, view).map(([name, members]) => (
        <>
          <h3>{`${name}${bracket(view, members.length)}`}</h3>
          <div class="list">
            {members.map((line) => (
              <ProgressLine place={{ view, base, anchor: keyOf(line.row), refused, running }} line={line} />
            ))}
          </div>
        </>
      ))}
    </>
  );
}

/** By the contract's own classes; what has none by its kind. */
function classesOf(lines: readonly WorkLine[], view: View): [string, WorkLine[]][] {
  const classes = new Map<string, WorkLine[]>();
  const kinds = {
    service: say(view, "服务", "Services"),
    deliverable: say(view, "交付物", "Deliverables"),
    report: say(view, "报告", "Reports"),
  };
  for (const line of lines) {
    const name = line.row.className ?? kinds[line.row.kind];
    classes.set(name, [...(classes.get(name) ?? []), line]);
  }
  return [...classes];
}

/** What each side has to see to, with the way there. */
function Waiting({ view, lines }: { view: View; lines: readonly WorkLine[] }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const groups = [
    {
      name: t("待甲方核验", "The buyer has to check"),
      tag: "waiting",
      of: (line: WorkLine) => line.inCheck.length,
    },
    {
      name: t("已退回，待乙方重交", "Returned, the vendor hands in again"),
      tag: "overdue",
      of: (line: WorkLine) => line.returned.length,
    },
    { name: t("逾期未交", "Overdue"), tag: "overdue", of: (line: WorkLine) => line.row.overdue },
  ];
  const total = groups.reduce((sum, { of }) => sum + lines.reduce((all, line) => all + of(line), 0), 0);
  if (total === 0)
    return (
      <p class="note good">
        {t("没有待核验、退回或逾期的内容。", "Nothing waits, was returned or is overdue.")}
      </p>
    );
  return (
    <dl class="card waits">
      {groups.map(({ name, tag, of }) => {
        const some = lines.filter((line) => of(line) > 0);
        return some.length === 0 ? null : (
          <div>
            <dt>
              <span class={`tag ${tag}`}>{`${name} ${some.reduce((sum, line) => sum + of(line), 0)}`}</span>
            </dt>
            <dd>
              {some.map((line) => (
                <>
                  <a href={`#${keyOf(line.row)}`}>{`${line.row.title[view.language]} ${of(line)}`}</a>{" "}
                </>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
