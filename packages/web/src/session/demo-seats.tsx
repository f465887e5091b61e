import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Loaded } from "../ui/loaded.tsx";
import { useAttempt } from "../ui/use-attempt.ts";
import { useWords } from "../words/words.ts";
import { SeatName } from "./demo-bar.tsx";
import { demoQuery, type DemoSeat, signInAsDemo } from "./demo.ts";
import { goAsNow } from "./become.ts";

/** Everybody of the demo, by whom they work for. */
export function DemoSeats({ next }: { readonly next: string | undefined }) {
  const query = useQuery(demoQuery);
  return (
    <Loaded query={query}>
      {({ seats }) => (
        <div className="cards">
          {[...new Set(seats.map(({ organisation }) => organisation))].map((organisation) => (
            <SeatCard
              key={organisation}
              organisation={organisation}
              seats={seats.filter((seat) => seat.organisation === organisation)}
              next={next}
            />
          ))}
        </div>
      )}
    </Loaded>
  );
}

function SeatCard(props: {
  readonly organisation: string;
  readonly seats: readonly DemoSeat[];
  readonly next: string | undefined;
}) {
  const { organisation, seats, next } = props;
  const { t } = useWords();
  const attempt = useAttempt();
  const sit = async (seat: string) => {
    await signInAsDemo(seat);
    goAsNow(next);
  };
  return (
    <section className="card" aria-label={organisation}>
      <h2>{organisation}</h2>
      <p>{seats[0]?.side === "partner" ? t("demo.vendor") : t("demo.agency")}</p>
      <div className="actions">
        {seats.map((seat) => (
          <Button key={seat.key} onClick={() => attempt(() => sit(seat.key))}>
            <SeatName seat={seat} />
          </Button>
        ))}
      </div>
    </section>
  );
}
