import { type ReactNode, useEffect } from "react";

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly key: Key; readonly label: string }[];
  readonly shown: Key;
  readonly go: (to: Key) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The parts of a page; the arrow keys go from one to the next. What is shown is a `TabPanel`. */
export function Tabs<Key extends string>({ label, tabs, shown, go }: TabsProps<Key>) {
  // On a phone there are more than fit: the one that is shown is brought into view.
  useEffect(() => {
    document.querySelector(`#tab-${shown}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [shown]);
  const goTo = (key: Key) => {
    go(key);
    document.querySelector<HTMLElement>(`#tab-${key}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {tabs.map(({ key, label: name }, at) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`tab-${key}`}
          aria-selected={key === shown}
          aria-controls="part"
          tabIndex={key === shown ? 0 : -1}
          onClick={() => goTo(key)}
          onKeyDown={(event) => {
            const step = steps[event.key];
            const next = step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
            if (next !== undefined) goTo(next.key);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** The part that is shown. */
export function TabPanel(props: { readonly shown: string; readonly children: ReactNode }) {
  return (
    <section role="tabpanel" id="part" aria-labelledby={`tab-${props.shown}`} tabIndex={-1}>
      {props.children}
    </section>
  );
}
