import { roleNames } from "@luyue/core/party";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown, Input } from "antd";
import { type FormEvent, useState } from "react";
import { useAttempt } from "../ui/use-attempt.ts";
import { useWords } from "../words/words.ts";
import { demoQuery, type DemoSeat, moveClock, signInAsDemo } from "./demo.ts";
import { useSession } from "./session.ts";
import { goAsNow } from "./become.ts";

/** What only the demo on this machine has: another person by one click, and days that pass. */
export function DemoBar() {
  const { t } = useWords();
  return (
    <aside className="demo" aria-label={t("demo.bar")}>
      <strong>{t("demo.bar")}</strong>
      <Clock />
      <Seats />
      <a href="/inbox">{t("demo.inbox")}</a>
      <a href="/docs">{t("demo.docs")}</a>
    </aside>
  );
}

function Clock() {
  const { t } = useWords();
  const { today } = useSession();
  const attempt = useAttempt();
  const queries = useQueryClient();
  const [date, setDate] = useState(today);
  const [moving, setMoving] = useState(false);
  const shown = date < today ? today : date;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMoving(true);
    attempt(() =>
      moveClock(shown)
        .then(() => queries.invalidateQueries())
        .finally(() => setMoving(false)),
    );
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor="demo-date">{t("demo.date")}</label>
      <Input
        id="demo-date"
        type="date"
        size="small"
        value={shown}
        min={today}
        required
        onChange={({ target }) => setDate(target.value)}
      />
      <Button size="small" htmlType="submit" loading={moving}>
        {t("demo.forward")}
      </Button>
    </form>
  );
}

function Seats() {
  const { t } = useWords();
  const { data } = useQuery(demoQuery);
  const { organisation } = useSession();
  const attempt = useAttempt();
  const sit = async (seat: string) => {
    await signInAsDemo(seat);
    goAsNow();
  };
  const seats = data?.seats ?? [];
  const groups = [...new Set(seats.map((seat) => seat.organisation))];
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        className: "seats",
        items: groups.map((name) => ({
          key: name,
          type: "group" as const,
          label: name === organisation ? `● ${name}` : name,
          children: seats
            .filter((seat) => seat.organisation === name)
            .map((seat) => ({
              key: seat.key,
              label: <SeatName seat={seat} />,
              onClick: () => attempt(() => sit(seat.key)),
            })),
        })),
      }}
    >
      <Button size="small">{t("demo.switch")}</Button>
    </Dropdown>
  );
}

export function SeatName({ seat }: { readonly seat: DemoSeat }) {
  const { t, say } = useWords();
  return <>{seat.role === null ? t("demo.projectLead") : say(roleNames[seat.role])}</>;
}
