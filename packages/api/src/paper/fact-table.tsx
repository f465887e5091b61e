/** @jsxImportSource hono/jsx */

export type Fact = readonly [label: string, value: string];

/** Facts under each other, each by its name. */
export function FactTable({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <table class="facts">
      <tbody>
        {facts.map(([label, value]) => (
          <tr>
            <th>{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
