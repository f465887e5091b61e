import { Frame, say, type View } from "./frame.tsx";
import { type DemoSeat, listDemoSeats } from "./person.ts";

/** Where a visitor chooses whose eyes to look through. */
export function HomePage({ view }: { view: View }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const persons = listDemoSeats();
  const organisations = [...new Set(persons.map(({ organisation }) => organisation))];
  const groups = organisations.map(
    (name) => [name, persons.filter(({ organisation }) => organisation === name)] as const,
  );
  return (
    <Frame view={view} title={t("选择身份", "Choose who you are")}>
      <h1>{t("从谁的角度看？", "Through whose eyes?")}</h1>
      <p class="lead">
        {t(
          "演示数据包含五家采购单位、四家供应商和五份合同（A 至 E）。点一个身份即可登录；同一供应商服务的两家单位彼此看不到对方的数据。",
          "The demo has five agencies, four vendors and five contracts (A to E). One click signs you in; two agencies with the same vendor never see each other.",
        )}{" "}
        <a href="/sign-in">{t("像正式使用时一样用邮箱登录", "Sign in by mail, as in production")}</a>
      </p>
      <div class="cards">
        {groups.map(([organisation, people]) => (
          <div class="card">
            <h3>{organisation}</h3>
            <p>
              {people[0]?.side === "partner"
                ? t("供应商（乙方）", "vendor")
                : t("采购单位（甲方）", "agency")}
            </p>
            <div class="row">
              {people.map((person) => (
                <SignIn person={person} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <h2>{t("可以看什么", "What to look at")}</h2>
      <ul>
        <li>
          {t(
            "待办：逾期、将到期和等待中的义务，每个日期都能说明为什么。",
            "Today: what is overdue, due and waiting; every date can say why.",
          )}
        </li>
        <li>
          {t(
            "收件箱：过去一个月真正发出的邮件和推送。",
            "Inbox: the mails and webhooks that the past month really sent.",
          )}
        </li>
        <li>{t("把系统日期往前拨，看提醒按时发出。", "Move the date forward and see reminders go out.")}</li>
        <li>
          {t(
            "走一笔付款：供应商在合同 A 提交发票，财务人员查验，合同经办人申请付款，财务人员批准并登记付款。",
            "Follow a payment of contract A: its vendor hands in the invoice, finance accepts it, the manager asks for the payment, finance approves and records it.",
          )}
        </li>
        <li>
          {t(
            "看履约：合同 A 的值守日报有通过、退回和待核验的；供应商提交文件，验收人员通过或退回。合同 B 的4月考核评分等供应商答复，合同 D 的安全隐患等责任单位整改。",
            "Follow the work: of contract A's daily reports some are accepted, one was returned, one waits for its check. B's score of April waits for the vendor's answer, D's findings for their units.",
          )}
        </li>
        <li>
          {t(
            "预算：按财政年度和合同看执行情况与未来90天的资金需求，可下载 Excel。",
            "Budget: execution by fiscal year and contract, what the next 90 days will need, and a file for Excel.",
          )}
        </li>
        <li>
          {t(
            "打开合同 C，登记签订日期，看全部日期随之确定。",
            "Open contract C and record its signing: all its dates follow.",
          )}
        </li>
      </ul>
    </Frame>
  );
}

function SignIn({ person }: { person: DemoSeat }) {
  return (
    <form method="post" action="/sign-in">
      <input type="hidden" name="person" value={person.key} />
      <button type="submit">{person.name}</button>
    </form>
  );
}
